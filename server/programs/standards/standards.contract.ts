import { z } from 'zod';

const whole = (most: number, says: string) => z.int().min(1, says).max(most, says).nullable();

/** `version` is the one on the screen; 0 when the program had none of its own. */
export const ChangeStandard = z.object({
  daysPerWeek: whole(7, 'A week has one to seven days.').default(null),
  minutesPerDay: whole(1440, 'Write the minutes of one day.').default(null),
  minutesPerWeek: whole(10_080, 'Write the minutes of one week.').default(null),
  reviewDays: whole(730, 'Write the days between two reviews.').default(null),
  ground: z.string().trim().min(5, 'Name the contract, licence or rule that says so.').max(500),
  version: z.int().min(0),
});

const NeededDocument = z.object({ says: z.string(), withinDays: z.int().nullable(), everyDays: z.int().nullable() });

/** What a program asks for: thresholds that hold, and the standard of its level of care behind them. */
export const ProgramStandard = z.object({
  programId: z.uuid(),
  levelOfCare: z.object({ code: z.string(), name: z.string(), thirdEdition: z.string().nullable(), fourthEdition: z.string().nullable() }),
  daysPerWeek: z.int().nullable(),
  minutesPerDay: z.int().nullable(),
  minutesPerWeek: z.int().nullable(),
  reviewDays: z.int(),
  services: z.array(z.string()),
  documents: z.array(NeededDocument),
  staffing: z.array(z.string()),
  billing: z.object({ kind: z.enum(['service', 'day', 'per-diem', 'week']), procedure: z.string().nullable() }),
  source: z.string(),
  verifiedOn: z.iso.date(),
  own: z
    .object({
      daysPerWeek: z.int().nullable(),
      minutesPerDay: z.int().nullable(),
      minutesPerWeek: z.int().nullable(),
      reviewDays: z.int().nullable(),
      ground: z.string(),
      version: z.int(),
    })
    .nullable(),
});

export type ChangeStandard = z.infer<typeof ChangeStandard>;
export type ProgramStandard = z.infer<typeof ProgramStandard>;
