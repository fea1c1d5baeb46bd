import type { TimeSpan } from '../appointments/appointment.ts';

/** A group session that wants the time of its leader and, where it has one, of its room. */
export interface SessionTime extends TimeSpan {
  readonly sessionId: string;
  readonly programId: string;
  readonly siteId: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly roomId: string | null;
  readonly modality: 'in-person' | 'video' | 'audio';
  /** What the schedule shows in the held time. */
  readonly title: string;
  readonly timeZone: string;
}

/** What stands against a session; what does not block is only good to know. */
export interface SessionConflict {
  readonly sessionId: string;
  readonly blocks: boolean;
  readonly says: string;
}
