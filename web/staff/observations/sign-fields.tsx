import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SignReply, VitalCode } from '#server/observations/vitals/vitals.contract.ts';
import { typedInto, unitOf, type VitalRow } from './vital-words.ts';
import classes from './vitals.module.css';

interface SignFieldsProps {
  readonly signs: readonly SignReply[];
  readonly row: VitalRow;
  readonly errorOf: (code: VitalCode) => string | undefined;
  readonly onChange: (row: VitalRow) => void;
  readonly children?: ReactNode;
}

/** One value after the other, in one row where there is room. A unit is typed after the value, or chosen with the mouse: it is kept out of the way of the Tab key. */
export function SignFields({ signs, row, errorOf, onChange, children }: SignFieldsProps) {
  const { values, units } = row;
  return (
    <div className={classes.row}>
      {signs.map((sign) => (
        <div key={sign.code} className={classes.sign}>
          <TextInput
            label={sign.name}
            title={sign.long}
            inputMode="decimal"
            autoComplete="off"
            value={values[sign.code] ?? ''}
            error={errorOf(sign.code)}
            onChange={({ currentTarget }) => onChange(typedInto(row, sign, currentTarget.value))}
            {...(sign.units.length === 1 ? { rightSection: <span className={classes.unit}>{unitOf(sign, units)}</span>, rightSectionWidth: 44 } : {})}
          />
          {sign.units.length > 1 && (
            <NativeSelect
              aria-label={`Unit of ${sign.name}`}
              className={classes.units}
              tabIndex={-1}
              value={unitOf(sign, units)}
              data={sign.units.map(({ unit }) => unit)}
              onChange={({ currentTarget }) => onChange({ values, units: { ...units, [sign.code]: currentTarget.value } })}
            />
          )}
        </div>
      ))}
      {children}
    </div>
  );
}
