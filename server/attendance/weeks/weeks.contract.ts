import { z } from 'zod';

export const WeekQuery = z.object({ programId: z.uuid('Choose a program.'), week: z.iso.date('Write a day of the week as YYYY-MM-DD.').optional() });
export const AcceptMakeUp = z.object({ patientId: z.uuid(), sessionIds: z.array(z.uuid()).min(1, 'Choose a session.').max(20) });

const Effect = z.object({ units: z.int(), unpaidDays: z.int(), says: z.string() });
const Day = z.object({ day: z.string(), attended: z.int(), expected: z.int() });
const MakeUp = z.object({ sessionId: z.uuid(), groupName: z.string(), day: z.string(), start: z.int(), end: z.int(), seatsFree: z.int() });

/** One member's week. The claim is null where days are not billed, or for who may not see who pays. `makeUp` is null when the threshold can no longer be reached, empty when nothing is missing. */
export const MemberWeek = z.object({
  patientId: z.uuid(),
  name: z.string(),
  days: z.array(Day),
  minutes: z.int(),
  expectedMinutes: z.int(),
  fullDays: z.int(),
  short: z.array(z.object({ day: z.string(), missing: z.int() })),
  makeUp: z.array(MakeUp).nullable(),
  claimNow: Effect.nullable(),
  claimThen: Effect.nullable(),
  /** What the payer of the member does otherwise, and where it says so; null where the general rule holds. */
  payer: z.object({ name: z.string(), says: z.string(), source: z.string() }).nullable(),
});

export const Weeks = z.object({
  monday: z.iso.date(),
  threshold: z.object({ minutesPerDay: z.int(), daysPerWeek: z.int(), minutesPerWeek: z.int() }).nullable(),
  rule: z.object({ procedure: z.string(), says: z.string(), source: z.string(), readOn: z.string() }).nullable(),
  members: z.array(MemberWeek),
});

export type MemberWeek = z.infer<typeof MemberWeek>;
export type Weeks = z.infer<typeof Weeks>;
