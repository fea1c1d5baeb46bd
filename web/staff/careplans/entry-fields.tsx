import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { InstrumentList } from '#server/assessments/instruments/instrument.contract.ts';
import type { EntryKind, EntryWrite, PlanEntry } from '#server/careplans/plans/plans.contract.ts';
import { api } from '../../ui/api/api.ts';
import { DayField } from '../../ui/form/fields.tsx';

export type FieldName = keyof EntryWrite['fields'];

interface EntryFieldsProps {
  readonly entry: PlanEntry;
  readonly isReadOnly: boolean;
  readonly onType: (name: FieldName, text: string) => void;
}

const labels: Readonly<Record<EntryKind, readonly (readonly [FieldName, string])[]>> = {
  problem: [
    ['statement', 'Problem'],
    ['code', 'ICD-10-CM code'],
  ],
  goal: [['words', 'Goal, in the words of the patient']],
  objective: [['statement', 'Objective: what will be seen when it is met']],
  intervention: [
    ['what', 'Intervention'],
    ['frequency', 'How often'],
    ['who', 'Who does it'],
  ],
};
const states = [
  { value: '', label: 'Open' },
  { value: 'met', label: 'Met' },
  { value: 'partly-met', label: 'Partly met' },
  { value: 'not-met', label: 'Not met' },
  { value: 'deferred', label: 'Deferred' },
  { value: 'discontinued', label: 'Discontinued' },
];

function Measure({ entry, isReadOnly, onType }: EntryFieldsProps) {
  const instruments = useQuery({ queryKey: ['instruments'], queryFn: () => api.get('/instruments', InstrumentList), staleTime: 600_000 });
  const data = [{ value: '', label: 'A count' }, ...(instruments.data?.items ?? []).map(({ code, abbreviation }) => ({ value: code, label: abbreviation }))];
  const text = (name: FieldName) => ({
    value: entry.fields[name] ?? '',
    readOnly: isReadOnly,
    onChange: (event: { currentTarget: { value: string } }) => onType(name, event.currentTarget.value),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="xs">
      <Select
        label="Measured by"
        data={data}
        searchable
        allowDeselect={false}
        readOnly={isReadOnly}
        value={entry.fields['instrument'] ?? ''}
        onChange={(code) => onType('instrument', code ?? '')}
      />
      <TextInput label="Today" {...text('baseline')} />
      <TextInput label="Target" {...text('target')} />
      <DayField label="By" {...text('byWhen')} />
      <Select
        label="Status"
        data={states}
        allowDeselect={false}
        readOnly={isReadOnly}
        value={entry.fields['status'] ?? ''}
        onChange={(status) => onType('status', status ?? '')}
      />
    </SimpleGrid>
  );
}

/** The fields of one entry of a plan. */
export function EntryFields(props: EntryFieldsProps) {
  const { entry, isReadOnly, onType } = props;
  const [[main, label] = ['statement', ''] as const, ...others] = labels[entry.kind];
  return (
    <>
      <Textarea label={label} autosize minRows={1} readOnly={isReadOnly} value={entry.fields[main] ?? ''} onChange={(event) => onType(main, event.currentTarget.value)} />
      {entry.kind === 'objective' && <Measure {...props} />}
      {others.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {others.map(([name, says]) => (
            <TextInput key={name} label={says} readOnly={isReadOnly} value={entry.fields[name] ?? ''} onChange={(event) => onType(name, event.currentTarget.value)} />
          ))}
        </SimpleGrid>
      )}
    </>
  );
}
