import { z } from 'zod';
import { breachExceptions, conclusions, incidentRoles, incidentSources, incidentStates, risks } from './incident.ts';

export type { Conclusion } from './incident.ts';

const Day = z.iso.date('Write a day such as 2026-11-23.');
const State = z.string().regex(/^[A-Z]{2}$/, 'Two letters, such as WA.');
const Words = (says: string) => z.string().trim().min(3, says).max(4000);

export const IncidentParams = z.object({ incidentId: z.uuid() });
export const IncidentQuery = z.object({ state: z.enum(['open', 'closed', 'all']).default('open') });

/** What is known when it is first written down. */
export const NewIncident = z.object({
  title: Words('Give it a name.').max(200),
  whatHappened: Words('Write what happened.'),
  happenedOn: Day.nullish(),
  discoveredOn: Day,
  role: z.enum(incidentRoles).default('covered-entity'),
  involvesPart2: z.boolean().default(false),
  isUnsecured: z.boolean().default(true),
  individuals: z.int().min(0).max(100_000_000).default(0),
  residents: z.record(State, z.int().min(0)).default({}),
  patientIds: z.array(z.uuid()).max(2000).default([]),
  sourceKind: z.enum(incidentSources).default('reported'),
  sourceId: z.string().max(60).nullish(),
});

/** What may change while it is open; `version` is the one that was read. */
export const IncidentChange = NewIncident.omit({ patientIds: true, sourceKind: true, sourceId: true })
  .extend({ delayedUntil: Day.nullish(), delayGround: z.string().trim().max(500).nullish(), version: z.int() })
  .refine(({ delayedUntil, delayGround }) => Boolean(delayedUntil) === Boolean(delayGround), {
    path: ['delayGround'],
    message: 'Write who asked to wait, and how (164.412).',
  });

export const Assessment = z.object({
  natureOfRecords: Words('Write which identifiers and which clinical facts there were.'),
  natureRisk: z.enum(risks),
  unauthorizedPerson: Words('Write who used or received them.'),
  personRisk: z.enum(risks),
  acquiredOrViewed: Words('Write whether they were in fact acquired or viewed.'),
  viewedRisk: z.enum(risks),
  mitigation: Words('Write how far the risk was mitigated.'),
  mitigationRisk: z.enum(risks),
  exception: z.enum(breachExceptions).nullish(),
  conclusion: z.enum(conclusions),
  rationale: Words('Write why.'),
});

export const DutyDone = z.object({ duty: z.string().regex(/^[a-z-]+(-[A-Z]{2})?$/), says: Words('Write what was done.') });
export const Closing = z.object({ note: Words('Write how it ended and what was changed.') });
export const Letter = z.object({ patientId: z.uuid(), how: z.enum(['first-class-mail', 'email', 'substitute', 'telephone-urgent']) });
export const MadeIncident = z.object({ id: z.uuid(), number: z.int() });

const Duty = z.object({
  code: z.string(),
  says: z.string(),
  dueOn: Day,
  citation: z.string(),
  isDone: z.boolean(),
  done: z.string().nullable(),
  doneAt: z.iso.datetime().nullable(),
});

export const IncidentLine = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  discoveredOn: Day,
  state: z.enum(incidentStates),
  involvesPart2: z.boolean(),
  individuals: z.int(),
  conclusion: z.enum(conclusions).nullable(),
  /** The first duty that is still open. */
  nextDuty: z.object({ says: z.string(), dueOn: Day, isOverdue: z.boolean() }).nullable(),
});

export const IncidentList = z.object({ items: z.array(IncidentLine) });

export const Incident = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  whatHappened: z.string(),
  happenedOn: Day.nullable(),
  discoveredOn: Day,
  role: z.enum(incidentRoles),
  involvesPart2: z.boolean(),
  isUnsecured: z.boolean(),
  individuals: z.int(),
  residents: z.record(z.string(), z.int()),
  delayedUntil: Day.nullable(),
  delayGround: z.string().nullable(),
  sourceKind: z.enum(incidentSources),
  sourceId: z.string().nullable(),
  openedAt: z.iso.datetime(),
  state: z.enum(incidentStates),
  closedAt: z.iso.datetime().nullable(),
  closingNote: z.string().nullable(),
  version: z.int(),
  assessment: Assessment.extend({ id: z.uuid(), exception: z.enum(breachExceptions).nullable(), assessedAt: z.iso.datetime() }).nullable(),
  duties: z.array(Duty),
  /** What stands between it and its closing. */
  obstacles: z.array(z.object({ code: z.string(), says: z.string() })),
});

/** Who has to be written to: the letters of 164.404(d)(1), by first-class mail to the last known address. */
export const Letters = z.object({
  items: z.array(
    z.object({
      patientId: z.uuid(),
      name: z.string().nullable(),
      address: z.string().nullable(),
      state: z.string().nullable(),
      notifiedAt: z.iso.datetime().nullable(),
      notifiedHow: z.string().nullable(),
    }),
  ),
});
