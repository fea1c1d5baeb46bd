import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type { AnalyteReply, PanelReply } from '#server/observations/results/results.contract.ts';
import classes from './results.module.css';
import { flags, restNegative, typedValue, untested, type TypedValue, type TypedValues } from './result-words.ts';

interface ResultValuesProps {
  readonly panel: PanelReply;
  readonly values: TypedValues;
  /** Names on the medication list; undefined when it cannot be seen. */
  readonly taken: readonly string[] | undefined;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (values: TypedValues) => void;
}

interface RowProps {
  readonly analyte: AnalyteReply;
  readonly typed: TypedValue;
  readonly errorOf: (part: string) => string | undefined;
  readonly onChange: (change: Partial<TypedValue>) => void;
}

function QuantityRow({ analyte, typed, errorOf, onChange }: RowProps) {
  return (
    <div className={classes.value}>
      <TextInput
        label={analyte.unit ? `${analyte.name}, ${analyte.unit}` : analyte.name}
        inputMode="decimal"
        autoComplete="off"
        value={typed.value}
        error={errorOf('value')}
        onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
      />
      <TextInput
        label="Range from"
        inputMode="decimal"
        autoComplete="off"
        value={typed.low}
        error={errorOf('low')}
        onChange={({ currentTarget }) => onChange({ low: currentTarget.value })}
      />
      <TextInput
        label="to"
        aria-label={`${analyte.name}, range to`}
        inputMode="decimal"
        autoComplete="off"
        value={typed.high}
        error={errorOf('high')}
        onChange={({ currentTarget }) => onChange({ high: currentTarget.value })}
      />
      <NativeSelect
        label="Flag"
        aria-label={`${analyte.name}, flag of the laboratory`}
        data={flags}
        value={typed.flag}
        onChange={({ currentTarget }) => onChange({ flag: currentTarget.value })}
      />
    </div>
  );
}

function FindingRow({ analyte, typed, isScreen, errorOf, onChange }: RowProps & { readonly isScreen: boolean }) {
  return (
    <div className={classes.value} data-loud={typed.expected === 'no' || undefined}>
      <NativeSelect
        label={analyte.name}
        data={[{ value: '', label: 'not tested' }, ...analyte.findings.map((finding) => ({ value: finding, label: finding }))]}
        value={typed.value}
        error={errorOf('value')}
        onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
      />
      {isScreen && typed.value !== '' && (
        <NativeSelect
          label="Expected?"
          aria-label={`${analyte.name}, expected`}
          data={[
            { value: '', label: 'not said' },
            { value: 'yes', label: 'expected' },
            { value: 'no', label: 'unexpected' },
          ]}
          value={typed.expected}
          onChange={({ currentTarget }) => onChange({ expected: currentTarget.value })}
        />
      )}
      {typed.value === 'positive' && (
        <TextInput
          label="Amount"
          aria-label={`${analyte.name}, amount`}
          placeholder="412 ng/mL"
          autoComplete="off"
          value={typed.amount}
          onChange={({ currentTarget }) => onChange({ amount: currentTarget.value })}
        />
      )}
    </div>
  );
}

/** What was found, one line a thing that was tested. Whether a drug was to be expected is proposed from the medication list and decided by the person. */
export function ResultValues({ panel, values, taken, errorOf, onChange }: ResultValuesProps) {
  const isScreen = panel.kind === 'drug-screen';
  return (
    <fieldset className={classes.values}>
      <legend className={classes.legend}>What was found</legend>
      {isScreen && (
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed">
            {taken === undefined ? 'Say for each whether it was expected' : 'Expected or not is proposed from the medication list: change it where you know better'}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onChange(restNegative(values, panel, taken))}>
            All others negative
          </Button>
        </Group>
      )}
      {panel.analytes.map((analyte) => {
        const row = {
          analyte,
          typed: values[analyte.code] ?? untested,
          errorOf: (part: string) => errorOf(`values.${analyte.code}.${part}`),
          onChange: (change: Partial<TypedValue>) => onChange(typedValue(values, analyte, change, isScreen ? taken : undefined)),
        };
        return analyte.kind === 'quantity' ? <QuantityRow key={analyte.code} {...row} /> : <FindingRow key={analyte.code} {...row} isScreen={isScreen} />;
      })}
    </fieldset>
  );
}
