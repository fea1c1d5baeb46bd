import { z } from 'zod';

const day = z.iso.date('Write the day as YYYY-MM-DD.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time on the clock, such as 09:00.');

const SlotPlan = z.object({
  weekday: z.int().min(1).max(7),
  starts: clock,
  minutes: z.int().min(15, 'A group lasts at least 15 minutes.').max(480, 'A group lasts eight hours at most.'),
  groupId: z.uuid('Choose a group.'),
  roomId: z.uuid().nullish(),
});

/** Sent twice with the same id it is one track. `leaveOut` are starts of meetings that will not take place: holidays, leave, what is taken. */
export const PlanTrack = z.object({
  id: z.uuid(),
  programId: z.uuid('Choose a program.'),
  name: z.string().trim().min(1, 'Give the track a name.').max(80),
  firstDay: day,
  lastDay: day,
  slots: z.array(SlotPlan).min(1, 'Add at least one group with its day and time.').max(40),
  leaveOut: z
    .array(z.iso.datetime({ offset: true }))
    .max(400)
    .default([]),
});

const Conflict = z.object({ blocks: z.boolean(), says: z.string() });

/** What a track would be: each meeting with what stands against it. */
export const TrackPreview = z.object({
  timeZone: z.string(),
  meetings: z.array(z.object({ startsAt: z.string(), endsAt: z.string(), groupName: z.string(), does: z.enum(['meet', 'leave-out']), conflicts: z.array(Conflict) })),
});

export const TrackPath = z.object({ trackId: z.uuid() });
export const TracksQuery = z.object({ programId: z.uuid().optional() });

const Slot = z.object({
  id: z.uuid(),
  weekday: z.int(),
  starts: z.string(),
  minutes: z.int(),
  groupId: z.uuid(),
  groupName: z.string(),
  facilitatorName: z.string(),
  roomName: z.string().nullable(),
  capacity: z.int(),
  /** The most seats taken in any meeting to come. */
  taken: z.int(),
});

const track = {
  id: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  name: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  timeZone: z.string(),
  slots: z.array(Slot),
  /** How many more could be enrolled from today to the end. */
  seatsFree: z.int(),
  enrolled: z.int(),
};
export const TrackList = z.object({ items: z.array(z.object(track)) });

/** A track with its roster and its meetings to come. */
export const TrackReply = z.object({
  ...track,
  roster: z.array(
    z.object({
      enrolmentId: z.uuid(),
      patientId: z.uuid(),
      name: z.string(),
      mrn: z.string(),
      firstDay: z.string(),
      leftOn: z.string().nullable(),
      leftBecause: z.string().nullable(),
      toCome: z.int(),
    }),
  ),
  meetings: z.array(
    z.object({ sessionId: z.uuid(), groupName: z.string(), startsAt: z.string(), endsAt: z.string(), capacity: z.int(), taken: z.int(), signed: z.boolean() }),
  ),
});

export type PlanTrack = z.infer<typeof PlanTrack>;
export type TrackPreview = z.infer<typeof TrackPreview>;
export type TrackReply = z.infer<typeof TrackReply>;
export type TrackList = z.infer<typeof TrackList>;
