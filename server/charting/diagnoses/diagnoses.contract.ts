import { z } from 'zod';

const day = z.iso.date('Give a date such as 2026-11-24.');

export const CodesQuery = z.object({ q: z.string().max(100).default(''), on: day.optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
export const CodeReply = z.object({ code: z.string(), description: z.string(), billable: z.boolean(), category: z.string(), common: z.boolean() });
export const CodeList = z.object({ items: z.array(CodeReply) });

export const PatientPath = z.object({ patientId: z.uuid() });
export const DiagnosisPath = z.object({ patientId: z.uuid(), diagnosisId: z.uuid() });
export const Certainty = z.enum(['confirmed', 'provisional', 'rule-out']);

export const DiagnosisReply = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  code: z.string(),
  description: z.string(),
  clinicianLabel: z.string(),
  rank: z.int(),
  isPrincipal: z.boolean(),
  certainty: Certainty,
  onset: z.string().nullable(),
  resolved: z.string().nullable(),
  notedAt: z.string(),
  notedBy: z.string(),
  version: z.int(),
});
export const DiagnosisList = z.object({ items: z.array(DiagnosisReply) });
export const DiagnosesQuery = z.object({ resolved: z.enum(['with', 'without']).optional() });

export const NewDiagnosis = z.object({
  id: z.uuid().optional(),
  programId: z.uuid(),
  code: z.string().min(3, 'Choose a code.'),
  clinicianLabel: z.string().max(200).optional(),
  rank: z.int().min(1).max(99).optional(),
  certainty: Certainty.optional(),
  onset: day.nullish(),
});
export const ChangeDiagnosis = z.object({
  version: z.int(),
  rank: z.int().min(1).max(99).optional(),
  clinicianLabel: z.string().max(200).optional(),
  certainty: Certainty.optional(),
  onset: day.nullish(),
  resolved: day.nullish(),
  enteredInError: z.literal(true).optional(),
});

export type CodeReply = z.infer<typeof CodeReply>;
export type DiagnosisReply = z.infer<typeof DiagnosisReply>;
