import type { Id } from '#server/platform/index.ts';

export type DraftId = Id<'Draft'>;
export type NoteId = Id<'Note'>;
export type Modality = 'in-person' | 'video' | 'audio';

/** What the clinician found when asking for danger to self or others. `not-assessed` wants a reason in the risk section. */
export type RiskAnswer = 'denied' | 'present' | 'not-assessed';

/** What stands above the text. Each field is one value: the latest answer holds. Times are ISO text, as they are stored. */
export interface DraftHeader {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly modality: Modality;
  readonly patientLocation: string;
  readonly participants: string;
  readonly risk: RiskAnswer | null;
  /** Entries of the problem list that the session addressed, the reason for the service first. */
  readonly diagnosisIds: readonly string[];
}

/** A draft takes words until it is signed; a discarded one can be taken up again. */
export type DraftState = 'open' | 'discarded' | 'signed';

/** One section as it stands on the server. */
export interface DraftSection {
  readonly key: string;
  readonly text: string;
  readonly version: number;
}
