/** Minutes that make a day, days of that kind and minutes that make a week. */
export interface Threshold {
  readonly minutesPerDay: number;
  readonly daysPerWeek: number;
  readonly minutesPerWeek: number;
}

/** A stretch of treatment on one day. Times are minutes since midnight at the site. */
export interface Stretch {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

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

/** How a payer pays days of such a program. `week-falls`: below the week's threshold no day is paid; `days-stand`: each full day is. */
export interface DayRule extends Threshold {
  readonly procedure: string;
  readonly levels: readonly string[];
  readonly short: 'week-falls' | 'days-stand';
  readonly says: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}
