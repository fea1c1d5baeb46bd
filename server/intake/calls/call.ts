import content from '#content/intake/calls.json' with { type: 'json' };

/** Words of the call log: who calls for whom, ways of reaching somebody, outcomes. */
export const callWords: {
  readonly relations: readonly { readonly code: string; readonly says: string }[];
  readonly ways: readonly { readonly code: string; readonly says: string }[];
  readonly outcomes: readonly { readonly code: string; readonly says: string }[];
} = content;

/** A call as it stands. */
export interface Call {
  readonly id: string;
  readonly patientId: string | null;
  readonly programId: string;
  readonly programName: string;
  readonly calledAt: Temporal.Instant;
  readonly callerName: string;
  readonly callerRelation: string;
  readonly callerPhone: string | null;
  readonly aboutName: string;
  readonly heardFrom: string;
  readonly sourceName: string | null;
  readonly need: string;
  readonly callbackDueAt: Temporal.Instant | null;
  readonly episodeId: string | null;
  readonly outcome: string | null;
  readonly outcomeNote: string | null;
  readonly takenByName: string;
  readonly attempts: readonly { readonly at: string; readonly way: string; readonly reached: boolean; readonly note: string; readonly madeByName: string }[];
}
