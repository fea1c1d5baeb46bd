import type { Hold } from '../charges/charge.ts';
import type { Attended } from './week-rule.ts';

/** A day is billed, waits for something that is still to come or missing, or is not billed; `code` and `says` tell why. */
export interface Verdict {
  readonly verdict: 'billable' | 'waiting' | 'not-billable';
  readonly code: string;
  readonly says: string;
}

/** What is known of a midnight in a house. `absent`: the census, as it stands by now, does not know the person. */
export interface MidnightFact {
  readonly status: 'admitted' | 'present' | 'leave' | 'bed-hold' | 'discharged' | 'absent';
  readonly leaveKind: string | null;
  /** Nights before it that were used of those on leave that the payer pays. */
  readonly leaveNightsBefore: number;
  /** As what a night elsewhere on the same date is charged; null where none is. Asked of the day of discharge. */
  readonly night: string | null;
  /** The stay as it stands by now covers the day. */
  readonly hasStay: boolean;
}

/** What is known of a day (YYYY-MM-DD) in a day program, and of the week around it. */
export interface AttendanceFact {
  readonly day: string;
  readonly attended: Attended;
  /** Sessions of the day that began and in which nobody said whether the person was there. */
  readonly unmarked: readonly string[];
  /** As what the midnight that ends the day is charged in a house; null where none is. */
  readonly night: string | null;
  readonly isDayOver: boolean;
  readonly isWeekOver: boolean;
  readonly hasStay: boolean;
}

/** What a day was judged from besides its count; kept with it, so that it can be explained and charged again without the chart. */
export interface DayFacts {
  readonly status: string;
  readonly minutes: number | null;
  /** What its charge waits for, in words. */
  readonly waits: readonly Hold[];
  readonly levelOfCare: string;
  readonly siteId: string | null;
  readonly clinicianId: string | null;
  readonly contentVersion: string;
}

/** A day of somebody in a program, judged. */
export interface JudgedDay extends Verdict {
  readonly patientId: string;
  readonly programId: string;
  readonly day: Temporal.PlainDate;
  readonly countedBy: 'census' | 'attendance';
  readonly procedure: string | null;
  readonly facts: DayFacts;
}
