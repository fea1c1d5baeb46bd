import type { Measured } from './vital-set.ts';
import type { Unit } from './vital-sign.ts';

/** A fraction of whole numbers: what a measurement comes to, without rounding. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

type Units = Readonly<Record<string, Unit>>;

/** Decimal text as a fraction: "98.6" is 986 over 10. */
export function exact(text: string): Exact {
  const [whole = '0', part = ''] = text.split('.');
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) };
}

/** A measurement in the base unit of its unit; undefined when the unit is unknown. */
export function inBase({ value, unit }: Measured, units: Units): Exact | undefined {
  const known = units[unit];
  if (!known) return undefined;
  const { over, under } = exact(value);
  return { over: (over - BigInt(known.minus) * under) * BigInt(known.times), under: under * BigInt(known.per) };
}

/** A fraction as decimal text, a half rounded away from nought. */
export function rounded({ over, under }: Exact, decimals: number): string {
  const scaled = over * 10n ** BigInt(decimals) * 2n;
  const nearest = (scaled + (over < 0n ? -under : under)) / (under * 2n);
  const sign = nearest < 0n ? '-' : '';
  const digits = String(nearest < 0n ? -nearest : nearest).padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A measurement in another unit of the same kind, rounded once, at the end. In its own unit it stays as it was written down. */
export function converted(measured: Measured, to: string, units: Units, decimals: number): string | undefined {
  if (measured.unit === to) return measured.value;
  const [base, unit] = [inBase(measured, units), units[to]];
  if (!base || !unit || unit.base !== units[measured.unit]?.base) return undefined;
  const over = base.over * BigInt(unit.per) + BigInt(unit.minus) * base.under * BigInt(unit.times);
  return rounded({ over, under: base.under * BigInt(unit.times) }, decimals);
}

/** Kilograms over the square of metres, to one decimal (LOINC 39156-5). Undefined without both, or with a height of nought. */
export function bodyMassIndex(weight: Measured | undefined, height: Measured | undefined, units: Units): string | undefined {
  const [kilograms, centimetres] = [weight && inBase(weight, units), height && inBase(height, units)];
  if (!kilograms || !centimetres || centimetres.over <= 0n) return undefined;
  return rounded({ over: kilograms.over * centimetres.under ** 2n * 10_000n, under: kilograms.under * centimetres.over ** 2n }, 1);
}
