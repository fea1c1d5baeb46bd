import type { AllergyListReply, AllergyReply } from '#server/observations/allergies/allergies.contract.ts';
import { day } from '../../ui/format/words.ts';

export const categories = [
  { value: 'medication', label: 'Medication' },
  { value: 'food', label: 'Food' },
  { value: 'environment', label: 'Environment' },
  { value: 'other', label: 'Other' },
];
export const kinds = [
  { value: 'allergy', label: 'Allergy' },
  { value: 'intolerance', label: 'Intolerance' },
];
export const severities = [
  { value: 'mild', label: 'Mild' },
  { value: 'moderate', label: 'Moderate' },
  { value: 'severe', label: 'Severe' },
];
export const criticalities = [
  { value: 'unknown', label: 'Not known' },
  { value: 'low', label: 'Low' },
  { value: 'high', label: 'High, may endanger life' },
];

/** An allergy in one line for the banner: the substance, and the reaction where it is known. */
export function allergyLine({ substance, reaction, kind }: Pick<AllergyReply, 'substance' | 'reaction' | 'kind'>): string {
  return `${substance}${kind === 'intolerance' ? ' (intolerance)' : ''}${reaction ? `: ${reaction}` : ''}`;
}

/** What is said of allergies where none is listed; undefined where some are. */
export function standingWords({ standing }: Pick<AllergyListReply, 'standing'>): string | undefined {
  if (standing.is === 'listed') return undefined;
  return standing.is === 'none-known' ? `No known allergies, asked ${day(standing.since)}` : 'Allergies not asked yet';
}
