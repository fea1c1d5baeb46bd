import { z } from 'zod';
import { Template } from '../templates/templates.contract.ts';

export { mergeTexts, type Merged } from './draft-merge.rules.ts';

export const Modality = z.enum(['in-person', 'video', 'audio']);
export const RiskAnswer = z.enum(['denied', 'present', 'not-assessed']);
const moment = z.iso.datetime({ offset: true });

export const DraftHeader = z.object({
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  modality: Modality,
  patientLocation: z.string(),
  participants: z.string(),
  risk: RiskAnswer.nullable(),
  diagnosisIds: z.array(z.uuid()),
});

export const DraftSection = z.object({ key: z.string(), text: z.string(), version: z.int(), savedAt: z.string(), savedBy: z.string().nullable() });

const NoteBefore = z.object({ id: z.uuid(), title: z.string(), signedAt: z.string(), signedBy: z.string() });

/** The whole draft as an editor opens it: header filled, sections with their versions, diagnoses to choose from, the last note to look at. */
export const DraftReply = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'discarded', 'signed']),
  patientId: z.uuid(),
  patientName: z.string(),
  birthDate: z.string(),
  mrn: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  appointmentId: z.uuid().nullable(),
  authorId: z.uuid(),
  authorName: z.string(),
  service: z.string(),
  template: Template,
  header: DraftHeader,
  headerVersion: z.int(),
  sections: z.array(DraftSection),
  diagnoses: z.array(z.object({ id: z.uuid(), code: z.string(), description: z.string(), rank: z.int() })),
  lastNote: NoteBefore.nullable(),
  /** The latest note in the same form: answers that come along come from it. */
  lastInForm: NoteBefore.nullable(),
  noteId: z.uuid().nullable(),
  openedAt: z.string(),
  savedAt: z.string(),
});

/** From an appointment in one step, or for a patient without one. Opening twice opens the same draft. */
export const OpenDraft = z
  .object({
    id: z.uuid().optional(),
    appointmentId: z.uuid().optional(),
    patientId: z.uuid().optional(),
    programId: z.uuid().optional(),
    templateCode: z.string().optional(),
    /** What was done, in the words of the kinds of appointment; only for a draft without one. */
    service: z.string().max(60).optional(),
  })
  .refine((draft) => draft.appointmentId !== undefined || (draft.patientId !== undefined && draft.programId !== undefined), {
    path: ['appointmentId'],
    message: 'Name the appointment, or the patient and the program.',
  });

// PostgreSQL keeps neither NUL nor half of a surrogate pair; a paste may bring both.
const words = z
  .string()
  .max(200_000, 'A section holds at most 200,000 characters.')
  .transform((text) => text.replaceAll('\0', '').toWellFormed());

/** What one device has typed in one section. `baseVersion` is the version it started from, `sequence` its own count, growing by each send. */
export const SectionWrite = z.object({ text: words, baseVersion: z.int().min(0), sequence: z.int().min(1) });

/** A save. Sending the same `deviceId` and `sequence` again changes nothing and answers as before. */
export const SaveDraft = z.object({
  deviceId: z.string().min(1).max(64),
  sections: z.record(z.string().max(60), SectionWrite).optional(),
  header: z
    .object({
      startedAt: moment.nullable(),
      endedAt: moment.nullable(),
      modality: Modality,
      patientLocation: z.string().max(300),
      participants: z.string().max(300),
      risk: RiskAnswer.nullable(),
      diagnosisIds: z.array(z.uuid()).max(12, 'A claim carries at most 12 diagnoses.'),
    })
    .partial()
    .optional(),
});

/**
 * What became of each section sent. `merged` means that the text differs from what was sent, because others wrote too;
 * `bothKept` that both changed the same words, which now stand side by side in ⟦marks⟧ until somebody decides.
 */
export const SavedDraft = z.object({
  state: z.enum(['open', 'discarded']),
  sections: z.record(z.string(), z.object({ text: z.string(), version: z.int(), merged: z.boolean(), bothKept: z.boolean() })),
  versions: z.record(z.string(), z.int()),
  header: DraftHeader,
  headerVersion: z.int(),
  savedAt: z.string(),
});

export const ChangeTemplate = z.object({ templateCode: z.string().max(60) });
export const DraftPath = z.object({ draftId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });
export const DraftSummary = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'discarded', 'signed']),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  appointmentId: z.uuid().nullable(),
  templateName: z.string(),
  authorId: z.uuid(),
  authorName: z.string(),
  openedAt: z.string(),
  savedAt: z.string(),
});
export const DraftList = z.object({ items: z.array(DraftSummary) });

/** What still stands before the signature; empty when the note can be signed. */
export const Obstacles = z.object({ items: z.array(z.object({ code: z.string(), says: z.string(), at: z.string().optional() })) });

export type DraftReply = z.infer<typeof DraftReply>;
export type DraftSummary = z.infer<typeof DraftSummary>;
export type DraftHeaderWire = z.infer<typeof DraftHeader>;
export type SaveDraft = z.infer<typeof SaveDraft>;
export type SavedDraft = z.infer<typeof SavedDraft>;
export type SectionWrite = z.infer<typeof SectionWrite>;
