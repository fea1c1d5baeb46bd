import type { Effect, MoveKind, Receipt } from '#server/programs/index.ts';

/** One move of a person, done or taken back. */
export interface Transition {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly fromName: string;
  readonly toProgramId: string;
  readonly toName: string;
  readonly episodeId: string;
  readonly kind: MoveKind;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly endsStay: boolean;
  readonly effects: readonly Effect[];
  readonly receipts: Readonly<Record<string, Receipt>>;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly takenBackAt: Temporal.Instant | null;
}
