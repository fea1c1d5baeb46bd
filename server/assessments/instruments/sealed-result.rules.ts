import type { Answers, Instrument } from './instrument.contract.ts';
import type { Result } from './scoring.ts';
import { score, type ClinicalSex } from './scoring.rules.ts';

/** What is kept of answers for good: the result, the number that is followed, and the words for lists. */
export interface SealedResult {
  readonly result: Result;
  readonly score: number | null;
  readonly says: string | null;
}

/** Scores answers as they are sealed. */
export function sealedResult(instrument: Instrument, answers: Answers, sex: ClinicalSex): SealedResult {
  const result = score(instrument, answers, sex);
  const part = result.parts.find(({ id }) => id === (instrument.change.of ?? instrument.scoring.subscales?.[0]?.id));
  const followed = instrument.scoring.method === 'sum' ? result.total : instrument.scoring.method === 'subscales' ? (part?.score ?? null) : null;
  return { result, score: followed, says: result.outcome?.label ?? result.band?.label ?? part?.meaning ?? null };
}
