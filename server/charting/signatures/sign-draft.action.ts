import { action, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { completeAppointment } from '#server/scheduling/index.ts';
import { askCosignature } from '../cosignatures/cosign-note.action.ts';
import { statements } from '../cosignatures/supervision.rules.ts';
import { attestations, deadlines } from '../cosignatures/supervision.ts';
import { diagnosesForNote, type Diagnosis } from '../diagnoses/diagnoses.store.ts';
import { holdDraft, setDraftState, type Draft } from '../drafts/drafts.store.ts';
import { dropRevisions, sectionsOf } from '../drafts/sections.store.ts';
import { namesAround, sessionOf, type Session } from '../drafts/session.store.ts';
import { noteSigned } from '../events.ts';
import type { SignedEncounter } from '../notes/note.ts';
import { insertEncounter, insertNote, noteById, noteOfDraft } from '../notes/notes.store.ts';
import { shownNote } from '../notes/read-notes.action.ts';
import { labelsOfAnswers } from '../templates/form.rules.ts';
import { templateById } from '../templates/templates.store.ts';
import { lateSince, signatureDue } from './deadline.rules.ts';
import { digestOfNote } from './digest.ts';
import { encounterOf, sealedNote, type ToSeal } from './sealing.rules.ts';
import { signerOf } from './signer.store.ts';
import { changedSinceRead, obstaclesToSigning, type Signable } from './signing.rules.ts';

/** All the facts about a draft that decide on its signature. */
async function factsOf(tx: Tx, draft: Draft) {
  const template = await templateById(tx, draft.templateId);
  if (!template) throw new NotFound('Template');
  const sections = await sectionsOf(tx, draft.id);
  const standing = await diagnosesForNote(tx, draft.patientId, draft.labels);
  const session = draft.appointmentId === null ? undefined : await sessionOf(tx, draft.appointmentId);
  const signable: Signable = {
    authorId: draft.authorId,
    header: draft.header,
    sections,
    form: template.form,
    standingDiagnosisIds: standing.map((diagnosis) => diagnosis.id),
    appointmentStatus: session?.status ?? null,
  };
  return { template, sections, standing, session, signable };
}

function chosen(standing: readonly Diagnosis[], ids: readonly string[]): Diagnosis[] {
  return ids.flatMap((diagnosisId) => standing.filter((diagnosis) => diagnosis.id === diagnosisId));
}

async function shownAgain(tx: Tx, draft: Draft) {
  const noteId = await noteOfDraft(tx, draft.id);
  const note = noteId && (await noteById(tx, noteId));
  if (!note) throw new NotFound('Note');
  return shownNote(tx, note);
}

/** The appointment took place: its times are those of the note. */
async function closeAppointment(tx: Tx, session: Session | undefined, encounter: SignedEncounter | undefined): Promise<void> {
  if (!session || !encounter || session.status === 'completed') return;
  await completeAppointment.within(tx, { appointmentId: session.appointmentId, startedAt: encounter.startedAt.toString(), endedAt: encounter.endedAt.toString() });
}

async function seal(tx: Tx, toSeal: ToSeal, siteId: string | null): Promise<SignedEncounter | undefined> {
  const note = sealedNote(toSeal);
  const answers = Object.fromEntries(toSeal.sections.map(({ key, text }) => [key, text]));
  await insertNote(tx, note, digestOfNote(note), labelsOfAnswers(toSeal.template.form, answers));
  const encounter = encounterOf(toSeal, siteId);
  if (encounter) {
    await insertEncounter(tx, encounter);
    await tx.record(noteSigned(encounter));
  }
  return encounter;
}

/** What still stands between a draft and its signature, for the list beside the editor. */
export const listObstacles = action('draft.list-obstacles', async (tx, { draftId }: { draftId: string }) => {
  const draft = await holdDraft(tx, draftId, 'nothing');
  if (!draft) throw new NotFound('Draft');
  tx.touch({ kind: 'draft', id: draft.id, patientId: draft.patientId, programId: draft.programId });
  return { items: obstaclesToSigning((await factsOf(tx, draft)).signable, tx.actor.id, tx.now) };
});

/**
 * Signs: seals the text with a digest, announces the encounter, completes the appointment. Signing again shows the signed note.
 * Throws `Refused` with all obstacles, or with the sections that changed since the signer last saw them.
 */
interface SignInput {
  readonly draftId: string;
  readonly versions?: Readonly<Record<string, number>> | undefined;
  readonly attested?: readonly string[] | undefined;
}

export const signDraft = action('note.sign', async (tx, { draftId, versions, attested = [] }: SignInput) => {
  const draft = await holdDraft(tx, draftId, 'signature');
  if (!draft) throw new NotFound('Draft');
  if (draft.state === 'signed') return shownAgain(tx, draft);
  const { template, sections, standing, session, signable } = await factsOf(tx, draft);
  refuseIf(changedSinceRead(sections, versions ?? {}), 409);
  refuseIf(obstaclesToSigning(signable, tx.actor.id, tx.now));
  const [signer, names] = [await signerOf(tx), await namesAround(tx, draft)];
  const { endedAt } = draft.header;
  const due = endedAt === null ? null : signatureDue(Temporal.Instant.from(endedAt), names.programKind ?? '', template.form.dueHours ?? null, deadlines);
  const toSeal: ToSeal = {
    noteId: newId<'Note'>(),
    draft,
    template,
    sections,
    diagnoses: chosen(standing, draft.header.diagnosisIds),
    signer,
    signedAt: tx.now,
    lateSince: lateSince(due, tx.now),
    attestations: statements(attestations, 'author', attested, tx.now.toZonedDateTimeISO(signer.timeZone).toPlainDate()),
  };
  const encounter = await seal(tx, toSeal, session?.siteId ?? names.siteId);
  await setDraftState(tx, draft.id, 'signed');
  await dropRevisions(tx, draft.id);
  await closeAppointment(tx, session, encounter);
  await askCosignature.within(tx, { noteId: toSeal.noteId, payer: null });
  await tx.enqueue('charting.keep-page', { noteId: toSeal.noteId });
  return shownAgain(tx, draft);
});
