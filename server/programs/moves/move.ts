import type { Obstacle, Tx } from '#server/platform/index.ts';
import type { ProgramKindName } from '../levels-of-care/levels-of-care.contract.ts';

export type MoveKind = 'step-up' | 'step-down' | 'transfer' | 'second-program' | 'readmission';

/** A program at one end of a move. */
export interface MoveEnd {
  readonly id: string;
  readonly name: string;
  readonly kind: ProgramKindName;
  readonly levelOfCare: string;
  readonly part2: boolean;
}

/** One person going from one program to another at a moment. */
export interface Move {
  readonly patientId: string;
  readonly kind: MoveKind;
  readonly from: MoveEnd;
  readonly to: MoveEnd;
  readonly episodeId: string;
  readonly at: Temporal.Instant;
  /** The day of `at` at the site of the program that takes the person in. */
  readonly on: Temporal.PlainDate;
  readonly clinicianId: string;
  /** Whether the stay in `from` ends with the move; false when both run on, or when it had ended before. */
  readonly endsStay: boolean;
  /** Labels that everything copied keeps: what a Part 2 program made stays protected in the program that it goes to. */
  readonly labels: readonly string[];
}

/** One thing that a move does, in words: what goes along, what ends, what begins, what stays as it is. */
export interface Effect {
  readonly part: string;
  readonly does: 'carried' | 'closed' | 'opened' | 'kept';
  readonly says: string;
}

/** What was done, as names of rows: enough to take it back exactly. */
export type Receipt = Readonly<Record<string, readonly string[]>>;

/** A part of the record that takes part in moves. Each context offers its own. */
export interface Carrier {
  readonly part: string;
  /** Whoever has this permission is told what happens to the part. */
  readonly may: string;
  /** What would happen, and what is in the way; changes nothing. */
  preview(tx: Tx, move: Move): Promise<{ readonly effects: readonly Effect[]; readonly obstacles?: readonly Obstacle[] }>;
  /** Does it, in the transaction of the whole move. */
  carry(tx: Tx, move: Move): Promise<Receipt>;
  /** Restores what was before. Throws `Refused` when somebody has worked on with what came of it. */
  takeBack(tx: Tx, move: Move, receipt: Receipt, since: Temporal.Instant): Promise<void>;
}
