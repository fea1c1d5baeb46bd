import type { Obstacle } from '#server/platform/index.ts';
import type { Allergy, AllergyFacts, AllergyStatement, Criticality, Severity } from './allergy.ts';

/** What a chart says of allergies: a list, a statement that none is known, or that nobody has asked yet. */
export type Standing = { readonly is: 'listed' } | { readonly is: 'none-known'; readonly since: Temporal.Instant; readonly by: string } | { readonly is: 'not-asked' };

/** How allergies stand. An empty list alone says nothing; a statement holds only while no allergy was written after it. */
export function standingOf(allergies: readonly Pick<Allergy, 'state' | 'writtenAt'>[], newest: AllergyStatement | undefined): Standing {
  if (allergies.some(({ state }) => state === 'active')) return { is: 'listed' };
  if (newest?.says !== 'none-known') return { is: 'not-asked' };
  const isContradicted = allergies.some(({ state, writtenAt }) => state !== 'entered-in-error' && Temporal.Instant.compare(writtenAt, newest.statedAt) > 0);
  return isContradicted ? { is: 'not-asked' } : { is: 'none-known', since: newest.statedAt, by: newest.statedBy };
}

const nameOf = (substance: string) => substance.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** What stands against writing an allergy down beside those that stand. */
export function obstaclesToAllergy(
  facts: Pick<AllergyFacts, 'substance' | 'onset'>,
  others: readonly Pick<Allergy, 'substance' | 'state'>[],
  today: Temporal.PlainDate,
): Obstacle[] {
  const found: Obstacle[] = [];
  if (others.some(({ substance, state }) => state === 'active' && nameOf(substance) === nameOf(facts.substance)))
    found.push({ code: 'allergy.already-listed', says: `${facts.substance} already stands on the list. Open it to change it.`, at: 'substance' });
  if (facts.onset && Temporal.PlainDate.compare(facts.onset, today) > 0)
    found.push({ code: 'allergy.onset-in-future', says: 'It cannot have begun after today.', at: 'onset' });
  return found;
}

/** What stands against the statement that no allergy is known. */
export function obstaclesToNoneKnown(allergies: readonly Pick<Allergy, 'substance' | 'state'>[]): Obstacle[] {
  const listed = allergies.filter(({ state }) => state === 'active').map(({ substance }) => substance);
  if (listed.length === 0) return [];
  return [{ code: 'allergy.some-are-listed', says: `${listed.join(', ')} stands on the list. Resolve it, or mark it as entered in error, with the reason.` }];
}

const dangers: Readonly<Record<Criticality, number>> = { high: 0, unknown: 1, low: 2 };
const severities: Readonly<Record<Severity, number>> = { severe: 0, moderate: 1, mild: 2 };

/** Active ones first, then the most dangerous, then the worst reaction, then by name. */
export function byDanger<Listed extends Pick<Allergy, 'state' | 'criticality' | 'severity' | 'substance'>>(allergies: readonly Listed[]): Listed[] {
  const rank = ({ state, criticality, severity }: Listed) => (state === 'active' ? 0 : 100) + dangers[criticality] * 10 + (severity ? severities[severity] : 3);
  return allergies.toSorted((one, other) => rank(one) - rank(other) || one.substance.localeCompare(other.substance));
}
