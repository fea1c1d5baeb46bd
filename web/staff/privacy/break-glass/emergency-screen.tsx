import { Button, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { FoundInEmergency, Identifiers } from '#server/patients/emergency/emergency.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { withoutBlanks } from '../../../ui/form/blanks.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../../ui/form/fields.tsx';
import { day } from '../../../ui/format/words.ts';
import { Empty, Page } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { EmergencyForm } from './emergency-form.tsx';

type Found = z.infer<typeof FoundInEmergency>['items'][number];

function Finding({ onFound }: { readonly onFound: (people: readonly Found[]) => void }) {
  const [by, setBy] = useState('name');
  const { form, submit, isPending, failure } = useContractForm({
    contract: Identifiers,
    initial: { givenName: '', familyName: '', birthDate: '', mrn: '' },
    prepare: ({ mrn, ...person }) => withoutBlanks(by === 'mrn' ? { mrn } : person),
    send: (body: z.input<typeof Identifiers>) => api.post('/emergency-searches', FoundInEmergency, body),
    onSent: ({ items }) => onFound(items),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Find by"
          value={by}
          onChange={setBy}
          data={[
            { value: 'name', label: 'Name and birth date' },
            { value: 'mrn', label: 'Record number' },
          ]}
        />
        {by === 'mrn' ? (
          <TextInput label="Record number" inputMode="numeric" autoComplete="off" {...form.getInputProps('mrn')} />
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <TextInput label="Given name" autoComplete="off" {...form.getInputProps('givenName')} />
            <TextInput label="Family name" autoComplete="off" {...form.getInputProps('familyName')} />
            <DayField label="Date of birth" {...form.getInputProps('birthDate')} />
          </SimpleGrid>
        )}
        <FormEnd failure={failure} isPending={isPending} label="Find" />
      </Stack>
    </form>
  );
}

/** Opening the chart of somebody whom one cannot find otherwise: exact identifiers first, then the five facts. */
export function EmergencyScreen() {
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [chosen, setChosen] = useState<Found | null>(null);
  const person = found?.[0];
  return (
    <Page title="Emergency access" width={760}>
      {chosen ? (
        <Panel title={chosen.displayName} says={`Born ${day(chosen.birthDate)}, record ${chosen.mrn}`}>
          <EmergencyForm patientId={chosen.id} onCancel={() => setChosen(null)} />
        </Panel>
      ) : (
        <Panel title="Find the person" says="Only exact identifiers find somebody: the whole name with the date of birth, or the record number. Each try is recorded.">
          <Finding onFound={setFound} />
          {found?.length === 0 && <Empty>No record answers to exactly this. Check the spelling and the date.</Empty>}
          {person && (
            <Stack gap={6} mt="md" aria-live="polite">
              <Text fw={600}>{person.displayName}</Text>
              <Text size="sm" c="dimmed">
                Born {day(person.birthDate)}, record {person.mrn}
              </Text>
              <Button w="fit-content" color="red" onClick={() => setChosen(person)}>
                This is the person
              </Button>
            </Stack>
          )}
        </Panel>
      )}
    </Page>
  );
}
