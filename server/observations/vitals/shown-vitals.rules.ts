import { bodyMassIndex, converted } from './conversion.rules.ts';
import type { Measured, Measurements, VitalSet } from './vital-set.ts';
import type { Sign, SignCode, Unit } from './vital-sign.ts';
import { doubtsOf, measuredOf } from './vital-sign.rules.ts';

/** The vital signs and units that are known. */
export interface Known {
  readonly signs: readonly Sign[];
  readonly units: Readonly<Record<string, Unit>>;
}

type Shown = Measured & { readonly others: readonly Measured[] };

function inAllUnits(measured: Measurements, { signs, units }: Known): Partial<Record<SignCode, Shown>> {
  const shown = measuredOf(signs, measured).map(({ sign, taken }) => {
    const others = sign.units.filter((unit) => unit !== taken.unit).map((unit) => ({ value: converted(taken, unit, units, sign.decimals) ?? '', unit }));
    return [sign.code, { ...taken, others }] as const;
  });
  return Object.fromEntries(shown);
}

/** Sets with what follows from them, in the order given, the latest first: other units, body mass index, doubts. */
export function shownSets<Set extends Pick<VitalSet, 'measured'>>(sets: readonly Set[], known: Known) {
  return sets.map((set, place) => {
    // Grown people are weighed at each visit and measured once.
    const height = sets.slice(place).find(({ measured }) => measured.height)?.measured.height;
    return {
      ...set,
      measured: inAllUnits(set.measured, known),
      bodyMassIndex: bodyMassIndex(set.measured.weight, height, known.units) ?? null,
      doubts: doubtsOf(known.signs, set.measured, known.units),
    };
  });
}

/** Each sign over time in its first unit, the oldest first. */
export function seriesOf(sets: readonly (Pick<VitalSet, 'takenAt' | 'measured'> & { readonly bodyMassIndex: string | null })[], { signs, units }: Known) {
  const inTime = sets.toReversed();
  const ofSigns = signs.map(({ code, name, units: own, decimals }) => {
    const unit = own[0] ?? '';
    const points = inTime.flatMap(({ takenAt, measured }) => {
      const taken = measured[code];
      const value = taken && converted(taken, unit, units, decimals);
      return value === undefined ? [] : [{ at: takenAt, value: Number(value) }];
    });
    return { code: code as SignCode | 'bmi', name, unit, points };
  });
  const points = inTime.flatMap(({ takenAt, bodyMassIndex: value }) => (value === null ? [] : [{ at: takenAt, value: Number(value) }]));
  return [...ofSigns, { code: 'bmi' as const, name: 'BMI', unit: 'kg/m²', points }].filter((series) => series.points.length > 0);
}
