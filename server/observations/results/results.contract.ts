import { z } from 'zod';

const reason = z.string().trim().min(3, 'Write why.').max(300);
const moment = z.iso.datetime({ offset: true, error: 'Give date and time.' });
const limit = z
  .string()
  .regex(/^\d{1,7}(\.\d{1,4})?$/, 'Give a number such as 0.6.')
  .nullish();

export const PatientPath = z.object({ patientId: z.uuid() });
export const ResultPath = z.object({ resultId: z.uuid() });
export const Interpretation = z.enum(['normal', 'abnormal', 'critical']);
export const Method = z.enum(['presumptive', 'definitive']);

const Said = z.object({
  value: z.string().trim().min(1, 'Write the value.').max(20),
  /** The range of the laboratory. */
  low: limit,
  high: limit,
  /** As the laboratory flagged it; found from range and limits when left out. */
  interpretation: Interpretation.nullish(),
  isExpected: z.boolean().nullish(),
  amount: z.string().trim().max(60).default(''),
});

const facts = {
  collectedAt: moment,
  /** Now when left out. */
  receivedAt: moment.optional(),
  laboratory: z.string().trim().min(2, 'Name the laboratory, or say that it was tested here.').max(120),
  /** Certificate under the Clinical Laboratory Improvement Amendments: two digits, D, seven digits (42 CFR 493). */
  clia: z
    .string()
    .trim()
    .regex(/^(\d{2}D\d{7})?$/, 'A CLIA number is two digits, D and seven digits, such as 05D0642827.')
    .default(''),
  specimen: z.string().trim().max(60).default(''),
  method: Method.nullish(),
  isObserved: z.boolean().nullish(),
  documentId: z.uuid().nullish(),
  /** Who ordered the test: they are called when a value is critical. */
  orderedBy: z.uuid().nullish(),
  note: z.string().trim().max(1000).default(''),
  values: z.record(z.string().regex(/^[a-z][a-z0-9-]{1,40}$/), Said),
};

/** Sent again with the same id it is written once. */
export const NewResult = z.object({ id: z.uuid().optional(), programId: z.uuid('Choose the program.'), panel: z.string().min(1, 'Choose what was tested.'), ...facts });
export const ChangeResult = z.object({ version: z.int(), ...facts, reason });
export const WithdrawResult = z.object({ version: z.int(), reason });
/** `version` is the one that was read. */
export const ReviewResult = z.object({ version: z.int(), says: z.string().trim().max(1000).default('') });

const Value = z.object({
  value: z.string(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  interpretation: Interpretation,
  isExpected: z.boolean().nullable(),
  amount: z.string(),
});
export const ResultReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  panel: z.string(),
  panelName: z.string(),
  collectedAt: z.string(),
  receivedAt: z.string(),
  laboratory: z.string(),
  clia: z.string(),
  specimen: z.string(),
  method: Method.nullable(),
  isObserved: z.boolean().nullable(),
  documentId: z.uuid().nullable(),
  orderedBy: z.uuid().nullable(),
  orderedByName: z.string().nullable(),
  note: z.string(),
  values: z.record(z.string(), Value),
  worst: Interpretation,
  says: z.string(),
  /** What the values mean together: for the reader to judge. */
  hints: z.array(z.string()),
  state: z.enum(['recorded', 'entered-in-error']),
  reason: z.string(),
  writtenAt: z.string(),
  writtenBy: z.string(),
  reviewDue: z.string(),
  reviewedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewSays: z.string(),
});
export type ResultReply = z.infer<typeof ResultReply>;

const Course = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  range: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  points: z.array(z.object({ at: z.string(), value: z.number() })),
});
export type ResultCourse = z.infer<typeof Course>;
export const Results = z.object({ items: z.array(ResultReply), courses: z.array(Course) });
export const ResultHistory = z.object({ items: z.array(ResultReply) });

export const ResultToReview = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  panelName: z.string(),
  says: z.string(),
  worst: Interpretation,
  collectedAt: z.string(),
  reviewDue: z.string(),
  isOverdue: z.boolean(),
  programName: z.string(),
});
export type ResultToReview = z.infer<typeof ResultToReview>;
/** `count` is of all, also where the list is cut. */
export const ResultsToReview = z.object({ count: z.int(), items: z.array(ResultToReview) });

const AnalyteReply = z.object({
  code: z.string(),
  name: z.string(),
  loinc: z.string().nullable(),
  kind: z.enum(['quantity', 'finding']),
  unit: z.string(),
  findings: z.array(z.string()),
  medications: z.array(z.string()),
});
const PanelReply = z.object({
  code: z.string(),
  name: z.string(),
  loinc: z.string().nullable(),
  kind: z.enum(['laboratory', 'drug-screen']),
  specimen: z.string(),
  analytes: z.array(AnalyteReply),
});
export type AnalyteReply = z.infer<typeof AnalyteReply>;
export type PanelReply = z.infer<typeof PanelReply>;
export const Panels = z.object({ items: z.array(PanelReply) });
