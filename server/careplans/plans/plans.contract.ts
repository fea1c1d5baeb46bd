import { z } from 'zod';

export { mergeTexts } from '#server/charting/drafts/drafts.contract.ts';

export const EntryKind = z.enum(['problem', 'goal', 'objective', 'intervention']);
const fieldName = z.enum(['statement', 'code', 'words', 'instrument', 'baseline', 'target', 'byWhen', 'status', 'what', 'frequency', 'who']);
const words = z
  .string()
  .max(4000, 'A field of a plan holds at most 4,000 characters.')
  .transform((text) => text.replaceAll('\0', '').toWellFormed());

export const PlanEntry = z.object({ id: z.uuid(), kind: EntryKind, parentId: z.uuid().nullable(), fields: z.record(z.string(), z.string()) });

/** What was typed in one entry: each field with the text that it started from, so that words of others stay. */
export const EntryWrite = z.object({
  id: z.uuid(),
  kind: EntryKind,
  parentId: z.uuid().nullable(),
  fields: z.partialRecord(fieldName, z.object({ base: words, text: words })).default({}),
  removed: z.boolean().optional(),
});
export const SavePlan = z.object({ entries: z.array(EntryWrite).max(500) });
export const OpenPlan = z.object({ patientId: z.uuid(), programId: z.uuid() });
export const PlanPath = z.object({ planId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });
/** `version` is the one on the signer's screen. */
export const SealPlan = z.object({ version: z.int() });
export const SignPlan = z
  .object({
    number: z.int(),
    role: z.enum(['patient', 'team']),
    outcome: z.enum(['signed', 'declined']).default('signed'),
    name: z.string().trim().max(200).default(''),
    reason: z.string().trim().max(500).default(''),
  })
  .refine(({ outcome, reason }) => outcome === 'signed' || reason !== '', { path: ['reason'], message: 'Say why the patient declined.' })
  .refine(({ role, name }) => role === 'team' || name !== '', { path: ['name'], message: 'Give the name of the person.' });

const Signature = z.object({
  id: z.uuid(),
  role: z.enum(['patient', 'team']),
  outcome: z.enum(['signed', 'declined']),
  name: z.string(),
  reason: z.string(),
  signedAt: z.string(),
});
export const SealedPlan = z.object({
  id: z.uuid(),
  number: z.int(),
  content: z.array(PlanEntry),
  digest: z.string(),
  intact: z.boolean(),
  reviewDue: z.string(),
  signedBy: z.string(),
  signedAt: z.string(),
  signatures: z.array(Signature),
});

/** What was done for an objective: notes that worked on it, and scores of its instrument. */
const Progress = z.object({
  objectiveId: z.uuid(),
  notes: z.array(z.object({ id: z.uuid(), title: z.string(), signedAt: z.string() })),
  scores: z.array(z.object({ score: z.number(), says: z.string(), at: z.string() })),
});

/** Where the thread is broken. */
export const Gap = z.object({ code: z.enum(['service-without-goal', 'goal-without-service', 'review-overdue']), says: z.string(), at: z.string() });

export const CarePlan = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  version: z.int(),
  savedAt: z.string(),
  due: z.string(),
  isOverdue: z.boolean(),
  clockSource: z.string(),
  entries: z.array(PlanEntry),
  sealed: z.array(SealedPlan),
  progress: z.array(Progress),
  gaps: z.array(Gap),
});
export const CarePlanList = z.object({ items: z.array(CarePlan) });

export type CarePlanList = z.infer<typeof CarePlanList>;
export type CarePlan = z.infer<typeof CarePlan>;
export type EntryKind = z.infer<typeof EntryKind>;
export type EntryWrite = z.infer<typeof EntryWrite>;
export type PlanEntry = z.infer<typeof PlanEntry>;
export type SealedPlan = z.infer<typeof SealedPlan>;
