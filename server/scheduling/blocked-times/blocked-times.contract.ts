import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });

/** Time of a clinician, a room or both that nobody may book. `id` is made by the client, so that a retry blocks once. */
export const BlockTime = z
  .object({
    id: z.uuid().optional(),
    siteId: z.uuid(),
    clinicianId: z.uuid().nullish(),
    roomId: z.uuid().nullish(),
    startsAt: moment,
    endsAt: moment,
    reason: z.string().max(200).optional(),
  })
  .refine((block) => Boolean(block.clinicianId ?? block.roomId), { path: ['clinicianId'], message: 'Choose a clinician or a room.' })
  .refine((block) => Date.parse(block.startsAt) < Date.parse(block.endsAt), { path: ['endsAt'], message: 'The end must come after the start.' });

export const BlockedTimePath = z.object({ blockedTimeId: z.uuid() });
export const BlockedTimeReply = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  clinicianId: z.uuid().nullable(),
  roomId: z.uuid().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
  version: z.int(),
});
