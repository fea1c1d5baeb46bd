import type { Id } from '#server/platform/index.ts';
import type { DraftHeader, DraftSection, NoteId } from '../drafts/draft.ts';
import type { SealedContent, SealedNote, SignedEncounter } from '../notes/note.ts';
import type { TemplateVersion } from '../templates/template.ts';
import { cellsOf } from '../templates/answer.rules.ts';
import { answerKeys, carriedKey, type Answers } from '../templates/form.rules.ts';
import { renderedSections } from '../templates/rendering.rules.ts';
import { sealVersion } from './seal.rules.ts';
import { minutesBetween } from './signing.rules.ts';

/** All that a signature binds together. */
export interface ToSeal {
  readonly noteId: NoteId;
  readonly draft: {
    readonly id: string;
    readonly patientId: Id<'Patient'>;
    readonly programId: Id<'Program'>;
    readonly appointmentId: string | null;
    readonly service: string;
    readonly header: DraftHeader;
  };
  readonly template: TemplateVersion;
  readonly sections: readonly DraftSection[];
  /** In the order of the header: the reason for the service first. */
  readonly diagnoses: readonly { readonly code: string; readonly description: string }[];
  readonly signer: {
    readonly id: string;
    readonly name: string;
    readonly credential: string | null;
    readonly supervisorId: string | null;
    readonly supervisorName: string | null;
  };
  readonly signedAt: Temporal.Instant;
  readonly attestations?: readonly { readonly id: string; readonly words: string }[];
  /** When it was due, if that was before now. */
  readonly lateSince?: Temporal.Instant | undefined;
}

function minutesOf({ startedAt, endedAt }: DraftHeader): number | null {
  return startedAt === null || endedAt === null ? null : minutesBetween(Temporal.Instant.from(startedAt), Temporal.Instant.from(endedAt));
}

/** Notes of running text are sealed as text, with a part only where words came from the note before; a form with fields adds its parts and the answers behind them. */
function textOf({ form }: TemplateVersion, answers: Answers): Pick<SealedContent, 'sections' | 'answers'> {
  if (form.sections.every((section) => section.fields === undefined)) {
    const carried = cellsOf(answers[carriedKey] ?? '');
    return {
      sections: form.sections.map(({ key, label }) => {
        const text = answers[key] ?? '';
        return text !== '' && carried[key] === text ? { key, label, text, parts: [{ key, label, text, carried: true }] } : { key, label, text };
      }),
    };
  }
  return { sections: renderedSections(form, answers), answers: Object.fromEntries(answerKeys(form).flatMap((key) => (answers[key] ? [[key, answers[key]]] : []))) };
}

function contentOf({ draft, template, sections, diagnoses, signer, lateSince, attestations = [] }: ToSeal): SealedContent {
  return {
    form: { code: template.code, version: template.version, name: template.name, digest: template.digest },
    header: draft.header,
    service: draft.service,
    minutes: minutesOf(draft.header),
    ...textOf(template, Object.fromEntries(sections.map(({ key, text }) => [key, text]))),
    ...(lateSince === undefined ? {} : { lateSince: lateSince.toString() }),
    ...(attestations.length === 0 ? {} : { attestations }),
    diagnoses: diagnoses.map(({ code, description }) => ({ code, description })),
    signer: { id: signer.id, name: signer.name, credential: signer.credential },
    supervisor: signer.supervisorId === null ? null : { id: signer.supervisorId, name: signer.supervisorName ?? '' },
  };
}

/** The note that a draft becomes. */
export function sealedNote(facts: ToSeal): SealedNote {
  const { noteId, draft, template, signer, signedAt } = facts;
  return {
    id: noteId,
    patientId: draft.patientId,
    programId: draft.programId,
    kind: 'note',
    addendumTo: null,
    draftId: draft.id,
    appointmentId: draft.appointmentId,
    templateId: template.id,
    title: template.name,
    content: contentOf(facts),
    signedBy: signer.id,
    signedAt,
    sealVersion,
  };
}

/** The encounter behind a signed note; undefined for a form that documents no session. */
export function encounterOf({ noteId, draft, template, diagnoses, signer, signedAt }: ToSeal, siteId: string | null): SignedEncounter | undefined {
  const { startedAt, endedAt, modality } = draft.header;
  const minutes = minutesOf(draft.header);
  if (!template.form.asksTimes || startedAt === null || endedAt === null || minutes === null) return undefined;
  return {
    noteId,
    patientId: draft.patientId,
    programId: draft.programId,
    appointmentId: draft.appointmentId,
    siteId,
    clinicianId: signer.id,
    credential: signer.credential,
    supervisorId: signer.supervisorId,
    service: draft.service,
    modality,
    startedAt: Temporal.Instant.from(startedAt),
    endedAt: Temporal.Instant.from(endedAt),
    minutes,
    diagnoses: diagnoses.map((diagnosis) => diagnosis.code),
    signedAt,
  };
}
