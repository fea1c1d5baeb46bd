import { z } from 'zod';
import { CancelReason } from '#server/scheduling/appointments/appointments.contract.ts';

export const VisitPath = z.object({ appointmentId: z.uuid() });
export const MissedPath = z.object({ missedVisitId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });

/** Either nobody came, or it is called off for a reason. */
export const ForeseeMissed = z.object({ kind: z.enum(['no-show', 'cancellation']), reason: CancelReason.optional() });
/** `id` is made by the client: sent twice it is one. `expectCents` is the fee that was shown: another is refused, so that nobody charges what they did not see. */
export const NoteMissed = ForeseeMissed.extend({
  id: z.uuid(),
  text: z.string().trim().max(300).optional(),
  expectCents: z.int().min(0),
  waive: z.string().max(40).optional(),
});
export const WaiveFee = z.object({ reason: z.string().max(40), note: z.string().trim().max(300).default('') });

/** What would follow, before it is done. */
export const Consequence = z.object({
  kind: z.enum(['no-show', 'late-cancel', 'cancellation']),
  feeCents: z.int(),
  /** Whether the reader's own act posts the fee; otherwise it waits for somebody who may. */
  posts: z.boolean(),
  says: z.array(z.string()),
  nextSteps: z.array(z.string()),
  source: z.string().nullable(),
  /** Missed or called off late in the last days, this one left out. */
  before: z.int(),
  inDays: z.int(),
  isRepeated: z.boolean(),
  waivedReasons: z.array(z.object({ code: z.string(), says: z.string() })),
});

export const MissedVisit = z.object({
  id: z.uuid(),
  appointmentId: z.uuid(),
  patientId: z.uuid(),
  kind: z.enum(['no-show', 'late-cancel']),
  startsAt: z.string(),
  feeCents: z.int(),
  state: z.enum(['none', 'to-decide', 'posted', 'waived']),
  says: z.string(),
  waivedReason: z.string().nullable(),
  note: z.string(),
});
export const Noted = z.object({ status: z.string(), missed: MissedVisit.nullable() });
export const MissedVisits = z.object({
  items: z.array(MissedVisit),
  /** Missed or called off late in the last days. */
  recently: z.int(),
  inDays: z.int(),
  isRepeated: z.boolean(),
  waivedReasons: z.array(z.object({ code: z.string(), says: z.string() })),
});

export type ForeseeMissed = z.infer<typeof ForeseeMissed>;
export type NoteMissed = z.infer<typeof NoteMissed>;
export type Consequence = z.infer<typeof Consequence>;
export type MissedVisitReply = z.infer<typeof MissedVisit>;
export type MissedVisits = z.infer<typeof MissedVisits>;
