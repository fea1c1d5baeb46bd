import { z } from 'zod';

export const StatementSource = z.enum(['ordered-here', 'ordered-elsewhere', 'over-the-counter', 'told-by-patient']);
export const StatementPath = z.object({ statementId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });

/** Sent twice with the same id it is one. */
export const NoteStatement = z.object({
  id: z.uuid(),
  programId: z.uuid('Choose the program that notes it.'),
  name: z.string().trim().min(1, 'Write the name of the medicine.').max(120),
  dose: z.string().trim().min(1, 'Write dose and frequency in words.').max(200),
  source: StatementSource,
  prescriber: z.string().trim().max(120).default(''),
  startedOn: z.iso.date('Write the date as YYYY-MM-DD.').nullish(),
});

/** `version` is the one on the screen. */
export const StopStatement = z.object({
  stoppedOn: z.iso.date('Write the date as YYYY-MM-DD.'),
  reason: z.string().trim().min(1, 'Say why it is stopped.').max(300),
  version: z.int(),
});

export const Statement = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  name: z.string(),
  dose: z.string(),
  source: StatementSource,
  prescriber: z.string(),
  startedOn: z.string().nullable(),
  stoppedOn: z.string().nullable(),
  stopReason: z.string().nullable(),
  version: z.int(),
});
/** That a person was asked and takes no medicines; sent twice with the same id it is one. */
export const StateNone = z.object({
  id: z.uuid(),
  programId: z.uuid('Choose the program that asked.'),
  note: z.string().trim().max(200, 'Keep it under 200 characters.').default(''),
});
const None = z.object({ programId: z.uuid(), programName: z.string(), askedAt: z.iso.datetime(), askedByName: z.string(), note: z.string(), holds: z.boolean() });
/** `none`: programs in which the person was asked and took nothing; it holds while no medicine is on the list there. */
export const StatementList = z.object({ items: z.array(Statement), none: z.array(None) });

export const KnownMedication = z.object({ id: z.string(), generic: z.string(), brands: z.array(z.string()), class: z.string() });
export const KnownMedications = z.object({ items: z.array(KnownMedication) });
export const MedicationQuery = z.object({ q: z.string().trim().max(60).default('') });

export type NoteStatement = z.infer<typeof NoteStatement>;
export type StateNone = z.infer<typeof StateNone>;
export type StopStatement = z.infer<typeof StopStatement>;
export type StatementReply = z.infer<typeof Statement>;
