import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { LaneJson } from '#server/disclosures/packets/packets.contract.ts';
import { DayField } from '../../ui/form/fields.tsx';
import type { Asked } from './asked.ts';
import { spoken } from './disclosure-words.ts';

type Field = LaneJson['facts'][number];

function YesNo({ field, form }: { readonly field: Field; readonly form: UseFormReturnType<Asked> }) {
  const { error, ...props } = form.getInputProps(`facts.${field.key}`) as { error?: string; value?: string };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {field.label}
      </Text>
      <SegmentedControl
        aria-label={field.label}
        size="xs"
        data={[
          { value: '', label: 'Not answered' },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        {...props}
      />
      {error && (
        <Text size="xs" c="red" mt={4} role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}

function LaneField({ field, form }: { readonly field: Field; readonly form: UseFormReturnType<Asked> }) {
  const { key, label, kind, choices = [], required } = field;
  const props = { label, required, ...form.getInputProps(`facts.${key}`) };
  if (kind === 'yes-no') return <YesNo field={field} form={form} />;
  if (kind === 'choice')
    return <Select {...props} value={form.values.facts[key] || null} data={choices.map((choice) => ({ value: choice, label: spoken(choice) }))} clearable={!required} />;
  return kind === 'date' ? <DayField {...props} /> : <TextInput {...props} inputMode={kind === 'number' ? 'numeric' : 'text'} />;
}

/** What the chosen ground needs to be known. */
export function LaneFields({ lane, form }: { readonly lane: LaneJson; readonly form: UseFormReturnType<Asked> }) {
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {lane.says}
      </Text>
      {lane.facts.map((field) => (
        <LaneField key={field.key} field={field} form={form} />
      ))}
    </Stack>
  );
}
