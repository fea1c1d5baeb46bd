import { z } from 'zod';
import { findingVerdicts } from './closing.rules.ts';

const Day = z.iso.date();
export const DayParams = z.object({ day: Day });
export const FindingParams = z.object({ findingId: z.uuid() });

export const ReviewRules = z.object({
  source: z.string(),
  date: Day,
  items: z.array(z.object({ code: z.string(), name: z.string(), says: z.string(), isOn: z.boolean() })),
});

export const ReviewDay = z.object({
  day: Day,
  madeAt: z.iso.datetime(),
  entries: z.int(),
  findings: z.int(),
  unmarked: z.int(),
  closedAt: z.iso.datetime().nullable(),
  closedByName: z.string().nullable(),
  note: z.string().nullable(),
});
export const ReviewDays = z.object({ items: z.array(ReviewDay) });

export const Finding = z.object({
  id: z.uuid(),
  day: Day,
  rule: z.string(),
  actorId: z.uuid(),
  actorName: z.string(),
  patientId: z.uuid().nullable(),
  patientName: z.string().nullable(),
  count: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  says: z.string(),
  verdict: z.enum(findingVerdicts).nullable(),
  note: z.string().nullable(),
  incidentId: z.uuid().nullable(),
});
export const Findings = z.object({ items: z.array(Finding) });

export const Mark = z.object({
  verdict: z.enum(findingVerdicts),
  note: z.string().trim().min(3, 'Write what you found out.').max(2000),
  incidentId: z.uuid().nullish(),
});
export const CloseDay = z.object({ note: z.string().trim().max(2000).default('') });
