import type { HistoryReply, Series } from '#server/assessments/administrations/administrations.contract.ts';
import type { Concern } from '#server/assessments/instruments/instrument.contract.ts';
import { day } from '../../ui/format/words.ts';

type Due = HistoryReply['due'][number];

const changes = {
  baseline: 'First score',
  remission: 'Remission',
  response: 'Response',
  improved: 'Reliably better',
  'no-change': 'No reliable change',
  worse: 'Reliably worse',
} as const;

/** How the newest score stands against the first. */
export function changeWords(change: Series['change']): string | null {
  return change === null ? null : changes[change];
}

/** Why somebody is off track, as a sentence. */
export function offTrackWords({ abbreviation, offTrack }: Pick<Series, 'abbreviation' | 'offTrack'>): string {
  if (!offTrack) return '';
  const points = Math.abs(offTrack.gained);
  if (offTrack.reason === 'reliably-worse') return `${abbreviation} is ${points} points worse than at the start: more than chance.`;
  const gained = offTrack.gained > 0 ? `only ${points} points better` : points === 0 ? 'where it was' : `${points} points worse`;
  return `${abbreviation} is ${gained} after ${offTrack.days} days.`;
}

/** When an instrument is to be asked. */
export function dueWords({ state, dueOn, lastOn }: Pick<Due, 'state' | 'dueOn' | 'lastOn'>): string {
  const last = lastOn ? `last on ${day(lastOn)}` : 'not asked in this stay yet';
  return `${state === 'overdue' ? 'was due' : 'due'} ${day(dueOn)}, ${last}`;
}

/** What a critical answer is about. */
export const concernWords: Readonly<Record<Concern, string>> = {
  suicide: 'Suicide risk',
  harm: 'Risk of harm',
  withdrawal: 'Withdrawal',
  overdose: 'Overdose risk',
  movement: 'Movement disorder',
};

export const modeWords = { staff: 'with staff', tablet: 'on a tablet', link: 'by link' } as const;
export const answererWords = { patient: 'by the patient', clinician: 'rated by a clinician', proxy: 'by somebody close' } as const;

/** A score as it is written in a chart. */
export function scoreWords(score: number | null, max: number | null): string {
  if (score === null) return '';
  return max === null ? String(score) : `${score} of ${max}`;
}
