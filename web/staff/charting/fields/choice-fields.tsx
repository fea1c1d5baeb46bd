import { Checkbox, Chip, Group, Radio, Stack, TextInput } from '@mantine/core';
import { cellsOf, textOfCells, withCell } from '#server/charting/templates/templates.contract.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';

function Other({ field, value, onChange }: Pick<FieldProps<'choice'>, 'field' | 'value' | 'onChange'>) {
  return (
    <TextInput
      size="xs"
      maw={420}
      aria-label={`${field.label}: in other words`}
      placeholder="In other words"
      value={cellsOf(value)['t:other'] ?? ''}
      onChange={(event) => onChange(withCell(value, 't:other', event.currentTarget.value))}
    />
  );
}

/** One answer, or several, of a list. */
export function ChoiceField({ field, value, error, onChange }: FieldProps<'choice'>) {
  const cells = cellsOf(value);
  const shared = { label: field.label, description: field.hint, error, withAsterisk: field.required ?? false, styles: { label: { fontWeight: 560 } } };
  const other = field.other ? <Other field={field} value={value} onChange={onChange} /> : null;
  if (field.many) {
    const picked = field.options.filter(({ code }) => cells[code] === '1').map(({ code }) => code);
    const pick = (codes: readonly string[]) =>
      onChange(textOfCells({ ...(cells['t:other'] ? { 't:other': cells['t:other'] } : {}), ...Object.fromEntries(codes.map((code) => [code, '1'])) }));
    return (
      <Checkbox.Group {...shared} value={picked} onChange={pick}>
        <Stack gap={6} mt={6}>
          <Group gap="sm">
            {field.options.map(({ code, label }) => (
              <Checkbox key={code} value={code} label={label} />
            ))}
          </Group>
          {other}
        </Stack>
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group {...shared} value={cells['v'] ?? ''} onChange={(code) => onChange(withCell(value, 'v', code))}>
      <Stack gap={6} mt={6}>
        <Group gap="sm">
          {field.options.map(({ code, label }) => (
            <Radio key={code} value={code} label={label} />
          ))}
        </Group>
        {other}
      </Stack>
    </Radio.Group>
  );
}

/** Things done or true, each with a word beside it once it is ticked. */
export function ChecklistField({ field, value, error, onChange }: FieldProps<'checklist'>) {
  const cells = cellsOf(value);
  return (
    <FieldGroup field={field} error={error}>
      <Stack gap={6} mt={6}>
        {field.options.map(({ code, label }) => (
          <Group key={code} gap="sm" mih={30}>
            <Checkbox label={label} checked={cells[code] === '1'} onChange={(event) => onChange(withCell(value, code, event.currentTarget.checked ? '1' : ''))} />
            {cells[code] === '1' && (
              <TextInput
                size="xs"
                flex={1}
                maw={360}
                aria-label={`${label}: note`}
                placeholder="Note"
                value={cells[`t:${code}`] ?? ''}
                onChange={(event) => onChange(withCell(value, `t:${code}`, event.currentTarget.value))}
              />
            )}
          </Group>
        ))}
      </Stack>
    </FieldGroup>
  );
}

/** A number of a short range, by a click or an arrow key. */
export function ScaleField({ field, value, error, onChange }: FieldProps<'scale'>) {
  const steps = Array.from({ length: Math.min(field.max - field.min, 100) + 1 }, (_unused, step) => String(field.min + step));
  return (
    <FieldGroup
      field={field}
      error={error}
      description={[field.hint, field.low && `${field.min} is ${field.low}`, field.high && `${field.max} is ${field.high}`].filter(Boolean).join('; ')}
      role="radiogroup"
    >
      <Chip.Group value={cellsOf(value)['v'] ?? ''} onChange={(step) => onChange(withCell(value, 'v', String(step)))}>
        <Group gap={4} mt={6}>
          {steps.map((step) => (
            <Chip key={step} value={step} size="xs">
              {step}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </FieldGroup>
  );
}
