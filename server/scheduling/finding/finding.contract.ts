import { z } from 'zod';

const day = z.iso.date('Give a day such as 2026-11-24.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time on the clock, such as 13:00.');
const list = (text: string) => text.split(',').filter((part) => part !== '');

/**
 * Times that suit patient, clinician and room at once. Whose: `clinicianIds` (parted by commas), else the team of `programId`, narrowed by `credential`.
 * `lastDay` closes the window, as the days of an authorization do; 12 weeks from `from` when left out.
 */
export const SlotsQuery = z.object({
  programId: z.uuid(),
  siteId: z.uuid().optional(),
  patientId: z.uuid().optional(),
  clinicianIds: z
    .string()
    .transform(list)
    .pipe(z.array(z.uuid('Give identifiers of clinicians, parted by commas.')).max(100))
    .optional(),
  credential: z.string().max(20).optional(),
  roomId: z.uuid().optional(),
  needsRoom: z.stringbool().optional(),
  minutes: z.coerce.number().int().min(5).max(720),
  from: day.optional(),
  lastDay: day.optional(),
  /** ISO weekdays parted by commas: `1,3` is Monday and Wednesday. */
  weekdays: z
    .string()
    .transform(list)
    .pipe(z.array(z.coerce.number<string>().int().min(1).max(7)))
    .optional(),
  after: clock.optional(),
  before: clock.optional(),
  count: z.coerce.number().int().min(1).max(20).optional(),
});

export const SlotsReply = z.object({
  timeZone: z.string(),
  items: z.array(
    z.object({
      startsAt: z.string(),
      endsAt: z.string(),
      clinicianId: z.uuid(),
      clinicianName: z.string(),
      roomId: z.uuid().nullable(),
      roomName: z.string().nullable(),
      /** Why it stands where it stands in the list. */
      says: z.array(z.string()),
    }),
  ),
});

export type SlotsQuery = z.output<typeof SlotsQuery>;
export type SlotsReply = z.infer<typeof SlotsReply>;
