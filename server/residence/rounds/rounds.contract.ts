import { z } from 'zod';
import content from '#content/residence/rounds.json' with { type: 'json' };

const Moment = z.iso.datetime({ offset: true });
const Status = z.string().refine((code) => content.statuses.some((status) => status.code === code), 'Choose one of the statuses.');

export const KeepWatch = z
  .object({ intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).nullable(), reason: z.string().trim().max(300).default('') })
  .refine(({ intervalMinutes, reason }) => intervalMinutes === null || reason.length >= 3, { path: ['reason'], message: 'Write why the person is watched.' });

/** A walk as the device that was carried kept it. Sent twice it is one. */
export const SignRound = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  signedAt: Moment,
  sightings: z
    .array(z.object({ id: z.uuid(), watchId: z.uuid(), status: Status, note: z.string().trim().max(300).default(''), seenAt: Moment }))
    .min(1, 'A round sees at least one person.')
    .max(300),
});
export const WatchesQuery = z.object({ unitId: z.uuid().optional() });

const Watch = z.object({
  id: z.uuid(),
  residencyId: z.uuid(),
  patientId: z.uuid(),
  unitId: z.uuid(),
  name: z.string(),
  pronouns: z.string().nullable(),
  place: z.string().nullable(),
  intervalMinutes: z.int(),
  reason: z.string(),
  lastSeenAt: z.iso.datetime().nullable(),
  lastStatus: z.string().nullable(),
  lastSeenByName: z.string().nullable(),
  isAway: z.boolean(),
  /** Null while the person is away. */
  dueAt: z.iso.datetime().nullable(),
  isMissed: z.boolean(),
});
export const Watches = z.object({
  items: z.array(Watch),
  statuses: z.array(z.object({ code: z.string(), says: z.string(), urgent: z.boolean() })),
});

export type KeepWatch = z.infer<typeof KeepWatch>;
export type SignRound = z.infer<typeof SignRound>;
export type Watch = z.infer<typeof Watch>;
export type Watches = z.infer<typeof Watches>;
