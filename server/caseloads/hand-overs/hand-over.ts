/** One person of a hand-over. */
export interface HandOverLine {
  readonly handOverId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly episodeId: string;
  readonly fromStaffId: string;
  readonly fromName: string;
  readonly toStaffId: string;
  readonly leads: boolean;
  readonly note: string;
  readonly at: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
  readonly undoneAt: Temporal.Instant | null;
  /** Who leads now; null when nobody does or the stay is over. */
  readonly leaderNow: string | null;
}
