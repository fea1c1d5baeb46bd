import type { Concern, CriticalLevel } from './instrument.contract.ts';

/** Where a total falls. */
export interface Band {
  readonly min: number;
  readonly max: number;
  readonly label: string;
  readonly action: string | null;
}

/** One score of an instrument that keeps several side by side. */
export interface PartScore {
  readonly id: string;
  readonly label: string;
  /** Null when an item of it is blank. */
  readonly score: number | null;
  readonly min: number;
  readonly max: number;
  readonly isHigherBetter: boolean;
  /** What the highest cut-off that was reached means. */
  readonly meaning: string | null;
}

/** A result that is a word. `level` orders the words of one instrument from harmless upward. */
export interface Outcome {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly action: string | null;
}

/** An answer, or a score, that somebody has to act on. */
export interface CriticalFinding {
  /** The item, or `result` when it is the score or a finding. */
  readonly at: string;
  readonly level: CriticalLevel;
  readonly concern: Concern;
  readonly action: string;
}

/** What the answers come to. An incomplete one carries no total. */
export interface Result {
  readonly state: 'complete' | 'prorated' | 'incomplete';
  readonly total: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly band: Band | null;
  /** The cut-offs that the total reached, the highest first. Screening positive is not having. */
  readonly reached: readonly string[];
  readonly parts: readonly PartScore[];
  readonly outcome: Outcome | null;
  readonly findings: readonly string[];
  /** Items that are asked, required, and blank. */
  readonly blank: readonly string[];
  /** By which convention blanks were filled; null when none were. */
  readonly proratedBy: string | null;
  /** Instruments that this result asks for next. */
  readonly next: readonly string[];
}
