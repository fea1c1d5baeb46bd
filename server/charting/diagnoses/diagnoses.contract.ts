import { z } from 'zod';

const day = z.iso.date('Give a date such as 2026-11-24.');

export const CodesQuery = z.object({ q: z.string().max(100).default(''), on: day.optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
const specifiers = z.array(z.string().trim().min(2).max(60)).max(8, 'Eight are enough.');

/** `codeSays` is empty while the code may be used, else it says when. `prompts` are what one may want to add. */
const ofCode = { codeSays: z.string(), prompts: z.array(z.string()), validFrom: z.string(), validTo: z.string().nullable() };
export const CodeReply = z.object({ code: z.string(), description: z.string(), billable: z.boolean(), category: z.string(), common: z.boolean(), ...ofCode });
export const CodeList = z.object({ items: z.array(CodeReply) });

export const PatientPath = z.object({ patientId: z.uuid() });
export const DiagnosisPath = z.object({ patientId: z.uuid(), diagnosisId: z.uuid() });
export const Certainty = z.enum(['confirmed', 'provisional', 'rule-out']);

const facts = {
  code: z.string(),
  description: z.string(),
  clinicianLabel: z.string(),
  specifiers: z.array(z.string()),
  rank: z.int(),
  certainty: Certainty,
  onset: z.string().nullable(),
  resolved: z.string().nullable(),
  reason: z.string(),
  version: z.int(),
};
export const DiagnosisReply = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  isPrincipal: z.boolean(),
  notedAt: z.string(),
  notedBy: z.string(),
  ...facts,
  ...ofCode,
});
/** `rank` is the place in the list of that program. */
export const DiagnosisVersion = z.object({ ...facts, enteredInError: z.boolean(), changedAt: z.string(), changedBy: z.string() });
export const DiagnosisHistory = z.object({ items: z.array(DiagnosisVersion) });
export const DiagnosisList = z.object({ items: z.array(DiagnosisReply) });
export const DiagnosesQuery = z.object({ resolved: z.enum(['with', 'without']).optional() });

export const NewDiagnosis = z.object({
  id: z.uuid().optional(),
  programId: z.uuid(),
  code: z.string().min(3, 'Choose a code.'),
  clinicianLabel: z.string().max(200).optional(),
  specifiers: specifiers.optional(),
  rank: z.int().min(1).max(99).optional(),
  certainty: Certainty.optional(),
  onset: day.nullish(),
});
export const ChangeDiagnosis = z
  .object({
    version: z.int(),
    rank: z.int().min(1).max(99).optional(),
    clinicianLabel: z.string().max(200).optional(),
    specifiers: specifiers.optional(),
    certainty: Certainty.optional(),
    onset: day.nullish(),
    resolved: day.nullish(),
    enteredInError: z.literal(true).optional(),
    reason: z.string().trim().max(300).optional(),
  })
  .refine(({ enteredInError, reason = '' }) => !enteredInError || reason.length >= 3, { error: 'Write why it should not be there.', path: ['reason'] });

export type CodeReply = z.infer<typeof CodeReply>;
export type DiagnosisVersion = z.infer<typeof DiagnosisVersion>;
export type DiagnosisReply = z.infer<typeof DiagnosisReply>;
