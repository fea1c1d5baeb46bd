import { z } from 'zod';

const day = z.iso.date('Write the day as YYYY-MM-DD.');

/** Everything from a day on. `leaveOut` are meetings that the person is known to miss; `beyondAuthorization` books what no payer has approved yet. */
export const PlanEnrolment = z.object({
  patientId: z.uuid('Choose a patient.'),
  from: day,
  leaveOut: z.array(z.uuid()).max(400).default([]),
  beyondAuthorization: z.boolean().default(false),
});
/** `id` is made by the client: sent twice it is one enrolment. */
export const Enrol = PlanEnrolment.extend({ id: z.uuid() });

const Conflict = z.object({ kind: z.enum(['time', 'seats', 'authorization', 'note']), blocks: z.boolean(), says: z.string() });

/** What an enrolment would be: each meeting with what stands against it, and what would mend it. */
export const EnrolmentPreview = z.object({
  timeZone: z.string(),
  meetings: z.array(
    z.object({
      sessionId: z.uuid(),
      groupName: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      seatsFree: z.int(),
      does: z.enum(['book', 'leave-out']),
      conflicts: z.array(Conflict),
    }),
  ),
  /** Good to know of the whole: not admitted yet, no authorization. */
  notes: z.array(z.string()),
  /** The first day from which every meeting has a seat; null when the last one is full. */
  seatsFrom: z.string().nullable(),
  days: z.int(),
});

export const EnrolmentPath = z.object({ enrolmentId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });
export const LeftBecause = z.enum(['completed', 'stepped-down', 'stepped-up', 'left-early', 'schedule', 'entered-in-error']);
export const LeaveTrack = z.object({ from: day, because: LeftBecause });

export const EnrolmentReply = z.object({
  id: z.uuid(),
  trackId: z.uuid(),
  trackName: z.string(),
  programName: z.string(),
  patientId: z.uuid(),
  firstDay: z.string(),
  /** The last day of the track itself. */
  lastDay: z.string(),
  leftOn: z.string().nullable(),
  leftBecause: z.string().nullable(),
  toCome: z.int(),
});
export const EnrolmentList = z.object({ items: z.array(EnrolmentReply) });

export type PlanEnrolment = z.infer<typeof PlanEnrolment>;
export type Enrol = z.infer<typeof Enrol>;
export type EnrolmentPreview = z.infer<typeof EnrolmentPreview>;
export type EnrolmentReply = z.infer<typeof EnrolmentReply>;
export type LeaveTrack = z.infer<typeof LeaveTrack>;
