import type { SignReply, VitalCode, VitalSetReply } from '#server/observations/vitals/vitals.contract.ts';

/** What a row of vital signs holds while it is typed: values by sign, and the units last chosen. */
export interface VitalRow {
  readonly values: Readonly<Partial<Record<VitalCode, string>>>;
  readonly units: Readonly<Partial<Record<VitalCode, string>>>;
}

export const unitOf = (sign: SignReply, units: VitalRow['units']): string => units[sign.code] ?? sign.units[0]?.unit ?? '';

/** The row after something was typed for a sign: the name of a unit at its end chooses the unit, as in "80 kg" or "37c". */
export function typedInto({ values, units }: VitalRow, sign: SignReply, text: string): VitalRow {
  const ending = /^([\d.,]*)\s*([a-z]+)$/i.exec(text.trim());
  const unit = ending && sign.units.find((each) => each.unit.replace('°', '').toLowerCase() === ending[2]?.toLowerCase());
  return {
    values: { ...values, [sign.code]: unit ? (ending[1] ?? '') : text },
    units: unit ? { ...units, [sign.code]: unit.unit } : units,
  };
}

/** The row as it is sent: what was filled in, each with its unit. A comma is read as a decimal point. */
export function measuredIn(signs: readonly SignReply[], { values, units }: VitalRow): Partial<Record<VitalCode, { value: string; unit: string }>> {
  return Object.fromEntries(
    signs.flatMap((sign) => {
      const value = (values[sign.code] ?? '').trim().replace(',', '.');
      return value === '' ? [] : [[sign.code, { value, unit: unitOf(sign, units) }]];
    }),
  );
}

/** Doubts about a row while it is typed, by the ranges of the signs. It can be kept all the same. */
export function doubtsIn(signs: readonly SignReply[], row: VitalRow): string[] {
  return signs.flatMap((sign) => {
    const unit = unitOf(sign, row.units);
    const range = sign.units.find((each) => each.unit === unit);
    const value = Number((row.values[sign.code] ?? '').replace(',', '.'));
    if (!range || (row.values[sign.code] ?? '').trim() === '' || Number.isNaN(value)) return [];
    return value < Number(range.low) || value > Number(range.high) ? [`${sign.name} ${value} ${unit} is outside ${range.low} to ${range.high}. Is it right?`] : [];
  });
}

/** One value with its unit, and the same in other units after it. */
export function shownValue(set: Pick<VitalSetReply, 'measured'>, code: VitalCode): string {
  const taken = set.measured[code];
  if (!taken) return '';
  const others = taken.others.map(({ value, unit }) => ` (${value} ${unit})`).join('');
  return `${taken.value} ${taken.unit}${others}`;
}

/** Blood pressure as it is read aloud: 122/78. */
export function bloodPressure({ measured }: Pick<VitalSetReply, 'measured'>): string {
  if (!measured.systolic && !measured.diastolic) return '';
  return `${measured.systolic?.value ?? '–'}/${measured.diastolic?.value ?? '–'}`;
}
