import { action, id, newId, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { diagnosesForNote } from '../diagnoses/diagnoses.store.ts';
import { noteOfAppointment } from '../notes/notes.store.ts';
import { newestTemplate } from '../templates/templates.store.ts';
import { openingAnswers } from '../templates/example.rules.ts';
import type { TemplateVersion } from '../templates/template.ts';
import type { DraftId } from './draft.ts';
import { draftOfAppointment, holdDraft, insertDraft, setDraftState, writeHeader, type Draft } from './drafts.store.ts';
import { changedHeader, openingDiagnoses, openingHeader } from './header.rules.ts';
import { openedDraft } from './read-draft.action.ts';
import { namesAround, sessionOf, type Session } from './session.store.ts';

interface OpenInput {
  readonly id?: string | undefined;
  readonly appointmentId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly programId?: string | undefined;
  readonly templateCode?: string | undefined;
  readonly service?: string | undefined;
}

/** Whose note, where and of what: from the appointment, or as asked. */
interface Subject {
  readonly patientId: string;
  readonly programId: string;
  readonly authorId: string;
  readonly service: string;
  readonly session: Session | undefined;
}

async function subjectOf(tx: Tx, input: OpenInput): Promise<Subject> {
  if (input.appointmentId === undefined) {
    if (!input.patientId || !input.programId || tx.actor.id === null) throw new NotFound('Patient');
    return { patientId: input.patientId, programId: input.programId, authorId: tx.actor.id, service: input.service ?? 'other', session: undefined };
  }
  const session = await sessionOf(tx, input.appointmentId);
  if (!session) throw new NotFound('Appointment');
  // Whoever opens it, the note is the clinician's: they alone can sign.
  return { ...session, authorId: session.clinicianId, session };
}

/**
 * The draft that already stands for this appointment; a discarded one is taken up again, its words still in it. Where no form was asked
 * for, the note of the session is the one that was begun, in whatever form it went on.
 */
async function standingDraft(tx: Tx, session: Session, { code: templateCode, form }: TemplateVersion, inAnyForm: boolean): Promise<Draft | undefined> {
  const standing = await draftOfAppointment(tx, session.appointmentId, templateCode, inAnyForm);
  if (standing?.state === 'discarded') {
    await setDraftState(tx, standing.id, 'open');
    return { ...standing, state: 'open' };
  }
  if (standing) return standing;
  const noteId = await noteOfAppointment(tx, session.appointmentId, templateCode, inAnyForm);
  if (noteId)
    throw new Refused(
      'note.already-signed',
      { code: 'note.already-signed', says: 'The note of this appointment is signed. Open it to read it or to add an addendum.', at: noteId },
      409,
    );
  if (!form.aboutAbsence && (session.status === 'cancelled' || session.status === 'no-show')) {
    throw new Refused(
      'draft.appointment-off',
      { code: 'draft.appointment-off', says: 'Nobody met: this appointment is cancelled or was missed. Correct the schedule first.', at: 'appointmentId' },
      409,
    );
  }
  return undefined;
}

async function begin(tx: Tx, draftId: DraftId, subject: Subject, template: TemplateVersion): Promise<Draft | undefined> {
  const names = await namesAround(tx, subject);
  if (names.patientName === null || names.programName === null) throw new NotFound('Patient');
  const header = openingHeader(template.form.asksTimes ? subject.session : undefined, names.patientName, names.authorName);
  const isNew = await insertDraft(
    tx,
    {
      id: draftId,
      patientId: id('Patient', subject.patientId),
      programId: id('Program', subject.programId),
      appointmentId: subject.session?.appointmentId ?? null,
      templateId: template.id,
      templateCode: template.code,
      authorId: subject.authorId,
      service: subject.service,
      header,
    },
    openingAnswers(template.form),
  );
  const draft = await holdDraft(tx, draftId, 'header');
  if (!draft || !isNew) return draft;
  // Which diagnoses may be named depends on the labels that the database put on the draft.
  const filled = changedHeader(header, { diagnosisIds: openingDiagnoses(await diagnosesForNote(tx, draft.patientId, draft.labels)) });
  await writeHeader(tx, draftId, filled, draft.headerVersion);
  return { ...draft, header: filled };
}

/** Opens the note of an appointment, or of a patient without one, with its header filled. Opening again opens the same draft. */
export const openDraft = action('draft.open', async (tx, input: OpenInput) => {
  const subject = await subjectOf(tx, input);
  const template = await newestTemplate(tx, input.templateCode ?? subject.session?.noteTemplate ?? 'dap');
  if (!template) throw new NotFound('Template');
  const standing = subject.session ? await standingDraft(tx, subject.session, template, input.templateCode === undefined) : undefined;
  if (standing) return openedDraft(tx, standing);
  const draftId = input.id === undefined ? newId<'Draft'>() : id('Draft', input.id);
  const begun =
    (await begin(tx, draftId, subject, template)) ?? (subject.session ? await draftOfAppointment(tx, subject.session.appointmentId, template.code) : undefined);
  if (!begun) throw new NotFound('Draft');
  return openedDraft(tx, begun);
});
