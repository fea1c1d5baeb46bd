import type { Stretch } from '#server/billing/index.ts';

/** A session to come in which the member has no seat, and how many seats are free. */
export interface Opening extends Stretch {
  readonly sessionId: string;
  readonly groupName: string;
  readonly seatsFree: number;
}

/** A member's week: what was attended, what is still expected, and what could be added. */
export interface Week {
  readonly attended: readonly Stretch[];
  readonly expected: readonly Stretch[];
  readonly openings: readonly Opening[];
}
