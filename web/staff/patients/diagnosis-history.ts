import type { DiagnosisVersion } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { day } from '../../ui/format/words.ts';

const orNone = (text: string) => text || 'none';

/** What changed from one state of a diagnosis to the next, in words; of the first state, that it was noted. */
export function changesSince(after: DiagnosisVersion, before: DiagnosisVersion | undefined): string[] {
  if (!before) return [`Noted as ${after.code} ${after.description}`, ...after.specifiers, after.certainty === 'confirmed' ? '' : after.certainty].filter(Boolean);
  const facts: readonly (readonly [name: string, of: (version: DiagnosisVersion) => string])[] = [
    ['Severity, course, remission', ({ specifiers }) => specifiers.join(', ')],
    ['In words', ({ clinicianLabel }) => clinicianLabel],
    ['Certainty', ({ certainty }) => certainty],
    ['Place', ({ rank }) => String(rank)],
    ['Since', ({ onset }) => (onset ? day(onset) : '')],
    ['Resolved', ({ resolved }) => (resolved ? day(resolved) : '')],
  ];
  const changed = facts.filter(([, of]) => of(before) !== of(after)).map(([name, of]) => `${name}: ${orNone(of(before))} to ${orNone(of(after))}`);
  return after.enteredInError && !before.enteredInError ? [...changed, 'Entered in error'] : changed;
}
