import type { Obstacle } from '#server/platform/index.ts';
import { converted, exact, inBase, type Exact } from './conversion.rules.ts';
import type { Measured, Measurements } from './vital-set.ts';
import type { Sign, SignCode, Unit } from './vital-sign.ts';

type Units = Readonly<Record<string, Unit>>;

const isLess = (one: Exact, other: Exact) => one.over * other.under < other.over * one.under;

/** The signs that were measured, in their order. */
export function measuredOf(signs: readonly Sign[], measured: Measurements): { readonly sign: Sign; readonly taken: Measured }[] {
  return signs.flatMap((sign) => {
    const taken = measured[sign.code];
    return taken ? [{ sign, taken }] : [];
  });
}

/** What stands against writing a set down: an empty one, a unit that is none of the sign's, a time to come. */
export function obstaclesToSet(signs: readonly Sign[], measured: Measurements, takenAt: Temporal.Instant, now: Temporal.Instant): Obstacle[] {
  const all = measuredOf(signs, measured);
  const found: Obstacle[] = all
    .filter(({ sign, taken }) => !sign.units.includes(taken.unit))
    .map(({ sign }) => ({ code: 'vitals.other-unit', says: `${sign.name} is written down in ${sign.units.join(' or ')}.`, at: `measured.${sign.code}` }));
  if (all.length === 0) found.push({ code: 'vitals.nothing-measured', says: 'Write down at least one value.', at: 'measured' });
  if (Temporal.Instant.compare(takenAt, now.add({ minutes: 1 })) > 0)
    found.push({ code: 'vitals.taken-in-future', says: 'It cannot have been taken after now.', at: 'takenAt' });
  return found;
}

/** The range of a sign in one of its units, as text. */
export function rangeIn(sign: Sign, unit: string, units: Units): { readonly low: string; readonly high: string } {
  const base = units[unit]?.base ?? unit;
  const show = (limit: number) => converted({ value: String(limit), unit: base }, unit, units, sign.decimals) ?? String(limit);
  return { low: show(sign.low), high: show(sign.high) };
}

/** Values that can hardly be true. They are kept all the same: the reader judges. */
export function doubtsOf(signs: readonly Sign[], measured: Measurements, units: Units): { readonly code: SignCode; readonly says: string }[] {
  const outside = measuredOf(signs, measured).flatMap(({ sign, taken }) => {
    const base = inBase(taken, units);
    if (!base || (!isLess(base, exact(String(sign.low))) && !isLess(exact(String(sign.high)), base))) return [];
    const { low, high } = rangeIn(sign, taken.unit, units);
    return [{ code: sign.code, says: `${sign.name} ${taken.value} ${taken.unit} is outside ${low} to ${high}. Is it right?` }];
  });
  const [above, below] = [measured.systolic && inBase(measured.systolic, units), measured.diastolic && inBase(measured.diastolic, units)];
  return above && below && !isLess(below, above) ? [...outside, { code: 'diastolic', says: 'Diastolic is not below systolic. Is it right?' }] : outside;
}
