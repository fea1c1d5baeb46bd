import { z } from 'zod';
import { Answers, Concern, CriticalLevel, Instrument } from '../instruments/instrument.contract.ts';

export const PatientPath = z.object({ patientId: z.uuid() });
export const AdministrationPath = z.object({ administrationId: z.uuid() });
export const FindingPath = z.object({ findingId: z.uuid() });

export const StartAdministration = z.object({
  programId: z.uuid(),
  instrumentCode: z.string().max(60),
  mode: z.enum(['staff', 'tablet', 'link']),
  answeredBy: z.enum(['patient', 'clinician', 'proxy']),
  /** Why it is asked again so soon. */
  reason: z.string().trim().min(3).max(300).optional(),
});
export const AnswerChanges = z.object({ answers: z.record(z.string().max(60), z.union([z.number(), z.string().max(2000), z.null()])) });
export const Completion = z.object({ withBlanks: z.boolean().default(false) });
export const FindingAnswer = z.object({ answer: z.string().trim().min(10, 'Write what was done, in a sentence.').max(1000) });

export const Result = z.object({
  state: z.enum(['complete', 'prorated', 'incomplete']),
  total: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  band: z.object({ min: z.number(), max: z.number(), label: z.string(), action: z.string().nullable() }).nullable(),
  reached: z.array(z.string()),
  parts: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      score: z.number().nullable(),
      min: z.number(),
      max: z.number(),
      isHigherBetter: z.boolean(),
      meaning: z.string().nullable(),
    }),
  ),
  outcome: z.object({ id: z.string(), label: z.string(), level: z.number(), action: z.string().nullable() }).nullable(),
  findings: z.array(z.string()),
  blank: z.array(z.string()),
  proratedBy: z.string().nullable(),
  next: z.array(z.string()),
});

const Finding = z.object({
  id: z.string(),
  at: z.string(),
  level: CriticalLevel,
  concern: Concern,
  action: z.string(),
  raisedAt: z.string(),
  dueAt: z.string(),
  answeredAt: z.string().nullable(),
  answer: z.string().nullable(),
});

export const AdministrationReply = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  state: z.enum(['open', 'completed', 'withdrawn']),
  mode: z.enum(['staff', 'tablet', 'link']),
  answeredBy: z.enum(['patient', 'clinician', 'proxy']),
  startedAt: z.string(),
  savedAt: z.string(),
  completedAt: z.string().nullable(),
  answers: Answers,
  instrument: Instrument,
  result: Result.nullable(),
  findings: z.array(Finding),
});
export const StartedReply = z.object({ id: z.uuid(), token: z.string().nullable(), expiresAt: z.string().nullable() });
export const SavedReply = z.object({ answers: Answers, savedAt: z.string() });

const Point = z.object({ id: z.string(), at: z.string(), score: z.number().nullable(), says: z.string().nullable() });
/** One line of a chart: the same version, answered by the same kind of person. */
export const Series = z.object({
  instrumentCode: z.string(),
  abbreviation: z.string(),
  version: z.int(),
  answeredBy: z.enum(['patient', 'clinician', 'proxy']),
  kind: z.enum(['number', 'state']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  bands: z.array(z.object({ min: z.number(), max: z.number(), label: z.string() })),
  states: z.array(z.string()),
  change: z.enum(['baseline', 'remission', 'response', 'improved', 'no-change', 'worse']).nullable(),
  changeSource: z.string().nullable(),
  offTrack: z.object({ reason: z.enum(['reliably-worse', 'no-improvement']), gained: z.number(), days: z.int() }).nullable(),
  points: z.array(Point),
});
export const HistoryReply = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      instrumentCode: z.string(),
      abbreviation: z.string(),
      state: z.enum(['open', 'completed', 'withdrawn']),
      mode: z.enum(['staff', 'tablet', 'link']),
      answeredBy: z.enum(['patient', 'clinician', 'proxy']),
      startedAt: z.string(),
      completedAt: z.string().nullable(),
      score: z.number().nullable(),
      max: z.number().nullable(),
      says: z.string().nullable(),
      findings: z.array(Finding),
    }),
  ),
  series: z.array(Series),
  due: z.array(
    z.object({
      instrumentCode: z.string(),
      abbreviation: z.string(),
      programId: z.string(),
      dueOn: z.string(),
      state: z.enum(['overdue', 'due', 'later']),
      lastOn: z.string().nullable(),
      bySelf: z.boolean(),
    }),
  ),
  events: z.array(z.object({ on: z.string(), says: z.string() })),
});

/** Changes whenever something was answered or happened on the pathway; says nothing by itself. */
export const HistoryRevision = z.object({ revision: z.string() });

export type AdministrationReply = z.infer<typeof AdministrationReply>;
export type HistoryReply = z.infer<typeof HistoryReply>;
export type Series = z.infer<typeof Series>;
export type Result = z.infer<typeof Result>;
