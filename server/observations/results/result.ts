import type { Id } from '#server/platform/index.ts';

/** From harmless to what cannot wait. */
export type Interpretation = 'normal' | 'abnormal' | 'critical';

/** One value as the laboratory gave it: a number as text, so that 0.80 stays 0.80, or a finding; with the range of that laboratory. */
export interface ResultValue {
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly interpretation: Interpretation;
  /** Of a drug screen: whether it was to be expected from what is prescribed; null while nobody has said. */
  readonly isExpected: boolean | null;
  /** How much was found, in the words of the laboratory: "412 ng/mL, cutoff 100". */
  readonly amount: string;
}

export type ResultValues = Readonly<Record<string, ResultValue>>;
export type Method = 'presumptive' | 'definitive';

/** What is told of a result, apart from its values. */
export interface ResultFacts {
  readonly collectedAt: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
  readonly laboratory: string;
  readonly clia: string;
  readonly specimen: string;
  /** Of a drug screen: how it was tested, and whether somebody watched the collection. */
  readonly method: Method | null;
  readonly isObserved: boolean | null;
  readonly documentId: string | null;
  /** The colleague who ordered the test; null when it is not known. */
  readonly orderedBy: string | null;
  readonly note: string;
}

/** One version of a result. */
export interface Result extends ResultFacts {
  readonly id: Id<'Result'>;
  readonly version: number;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly labels: readonly string[];
  readonly panel: string;
  readonly panelName: string;
  readonly values: ResultValues;
  readonly worst: Interpretation;
  /** What stands out, in words, for the story of the chart. */
  readonly says: string;
  readonly state: 'recorded' | 'entered-in-error';
  readonly reason: string;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
  readonly reviewDue: Temporal.Instant;
  readonly reviewedAt: Temporal.Instant | null;
  readonly reviewedBy: string | null;
  readonly reviewSays: string;
}
