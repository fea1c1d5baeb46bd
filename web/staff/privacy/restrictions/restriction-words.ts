import type { RestrictionLine } from '#server/privacy/restrictions/restrictions.contract.ts';
import { day } from '../../../ui/format/words.ts';
import { classChoices } from '../consents/consent-words.ts';

/** What a patient may ask, in the words of the desk. */
export const restrictionKinds = [
  { value: 'self-pay', label: 'Do not tell my health plan', says: 'For services paid in full by the patient, or by somebody else for them. We must agree.' },
  { value: 'ordinary', label: 'Something else', says: 'Not to use or tell something, or not to somebody. We may agree or refuse.' },
] as const;

/** Purposes that can be asked to stop. */
export const restrictedPurposes = [
  { value: 'TREAT', label: 'Treatment elsewhere' },
  { value: 'HPAYMT', label: 'Payment' },
  { value: 'HOPERAT', label: 'Operations' },
  { value: 'FAMRQT', label: 'Family or friends who help' },
];

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const wordsOf = (choices: readonly { value: string; label: string }[], codes: readonly string[]) =>
  list.format(codes.map((code) => choices.find(({ value }) => value === code)?.label.toLowerCase() ?? code));

function daysOf({ servedFrom, servedTo }: RestrictionLine): string {
  if (!servedFrom || !servedTo) return '';
  return servedFrom === servedTo ? ` of ${day(servedFrom)}` : ` of ${day(servedFrom)} to ${day(servedTo)}`;
}

/** One restriction in a sentence. */
export function inOneSentence(line: RestrictionLine): string {
  if (line.kind === 'self-pay') return `Services${daysOf(line)}: no health plan hears of them.`;
  const what = line.classes ? wordsOf(classChoices, line.classes) : 'anything';
  const whom = line.parties ? `to ${list.format(line.parties)}` : 'to anybody outside the program';
  const said = `${what}${daysOf(line)}, ${whom}, for ${wordsOf(restrictedPurposes, line.purposes)}.`;
  return `Not: ${said}`;
}
