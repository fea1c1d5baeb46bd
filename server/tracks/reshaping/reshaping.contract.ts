import { z } from 'zod';

export const RenameTrack = z.object({ name: z.string().trim().min(1, 'Give the track a name.').max(80) });

export const SlotPath = z.object({ trackId: z.uuid(), slotId: z.uuid() });

/** Another length of one group of the week, for its meetings from a day on. `leaveAsIs` are meetings that keep the length they have. */
export const ChangeLength = z.object({
  from: z.iso.date('Write the day as YYYY-MM-DD.'),
  minutes: z.int().min(15, 'A group lasts at least 15 minutes.').max(480, 'A group lasts eight hours at most.'),
  leaveAsIs: z.array(z.uuid()).max(400).default([]),
});

const Conflict = z.object({ blocks: z.boolean(), says: z.string() });

/** What such a change would be: each meeting with its new end and what stands against it. */
export const LengthPreview = z.object({
  timeZone: z.string(),
  meetings: z.array(
    z.object({
      sessionId: z.uuid(),
      groupName: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      does: z.enum(['change', 'leave-as-is']),
      conflicts: z.array(Conflict),
    }),
  ),
  /** How many people hold seats in them. */
  people: z.int(),
});

export type RenameTrack = z.infer<typeof RenameTrack>;
export type ChangeLength = z.infer<typeof ChangeLength>;
export type LengthPreview = z.infer<typeof LengthPreview>;
