import { Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { PreparePacket, Rehearsal, type LaneJson, type RehearsalJson } from '#server/disclosures/packets/packets.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { askedBody, nothingAsked, type Asked } from './asked.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { classWords } from './disclosure-words.ts';
import { LaneFields } from './lane-fields.tsx';

interface AskFormProps {
  readonly patientId: string;
  readonly lanes: readonly LaneJson[];
  readonly onRehearsed: (rehearsal: RehearsalJson, asked: Asked) => void;
  /** What was shown is no longer what the form asks. */
  readonly onChange: () => void;
}

/** Who should receive what, on which ground. */
export function AskForm({ patientId, lanes, onRehearsed, onChange }: AskFormProps) {
  const [search, setSearch] = useState('');
  const parties = useQuery(disclosureQueries.parties('', patientId));
  const laneOf = (code: string) => lanes.find((one) => one.code === code);
  const { form, submit, isPending, failure } = useContractForm({
    contract: PreparePacket,
    initial: nothingAsked,
    prepare: (values) => askedBody(values, laneOf(values.lane), patientId),
    keepAs: `release:${patientId}`,
    send: (body) => api.post('/packets', Rehearsal, body),
    onSent: (rehearsal) => onRehearsed(rehearsal, form.getValues()),
  });
  const values = form.values;
  useEffect(() => onChange(), [values, onChange]);
  const lane = laneOf(values.lane);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="Ground"
          data={lanes.map(({ code, name }) => ({ value: code, label: name }))}
          allowDeselect={false}
          searchable
          required
          {...form.getInputProps('lane')}
        />
        {form.values.lane === 'patient' ? (
          <TextInput label="Recipient" value="The patient" readOnly />
        ) : (
          <Select
            label="Recipient"
            placeholder="Type a name"
            data={parties.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            allowDeselect={false}
            searchable
            searchValue={search}
            onSearchChange={setSearch}
            required
            nothingFoundMessage="Nobody by that name. Add them under Disclosures, Recipients."
            {...form.getInputProps('partyId')}
            value={form.values.partyId || null}
            error={form.errors['partyId'] ? 'Choose who receives it.' : undefined}
          />
        )}
        {lane && <LaneFields lane={lane} form={form} />}
        <Checkbox.Group label="Records" {...form.getInputProps('classes')}>
          <Group gap="md" mt={6}>
            {Object.entries(classWords).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={2} spacing="sm">
          <DayField label="From" {...form.getInputProps('periodFrom')} />
          <DayField label="To" {...form.getInputProps('periodTo')} />
        </SimpleGrid>
        <FormEnd failure={failure} isPending={isPending} label="Show what would go" />
      </Stack>
    </form>
  );
}
