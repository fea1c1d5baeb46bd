import type { Meeting } from '../timetables/track.ts';

export type LeftBecause = 'completed' | 'stepped-down' | 'stepped-up' | 'left-early' | 'schedule' | 'entered-in-error' | 'moved';

/** A person's place in all meetings of a track from a day on. */
export interface Enrolment {
  readonly id: string;
  readonly trackId: string;
  readonly patientId: string;
  readonly firstDay: Temporal.PlainDate;
  /** The first day without it; null as long as it runs. */
  readonly leftOn: Temporal.PlainDate | null;
  readonly leftBecause: LeftBecause | null;
  /** Meetings that the person was known to miss from the beginning. */
  readonly leftOut: readonly string[];
}

/** What stands against one meeting. `authorization` gives way when somebody books beyond what the payer allows. */
export interface Against {
  readonly sessionId: string;
  readonly kind: 'time' | 'seats' | 'authorization' | 'note';
  readonly blocks: boolean;
  readonly says: string;
}

/** A meeting as it would be for the person. */
export interface ExaminedMeeting extends Meeting {
  readonly isOut: boolean;
  readonly seatsFree: number;
  readonly against: readonly Against[];
}
