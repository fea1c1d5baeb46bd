import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { PartyList } from '#server/privacy/parties/parties.contract.ts';
import type { SimulationAsked } from '#server/privacy/simulations/simulations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useMe } from '../../identity/session.ts';
import { purposeChoices } from './what-if-words.ts';

type Asked = z.input<typeof SimulationAsked>;

const inside = 'inside';
const actorOf = (value: string): Asked['actor'] => (value === 'patient' || value === 'outside' ? { kind: value } : { kind: 'staff', staffId: value });

/** Who asks, who receives, why and when. */
export function WhatIfForm({ patientId, isPending, onAsk }: { readonly patientId: string; readonly isPending: boolean; readonly onAsk: (asked: Asked) => void }) {
  const me = useMe();
  const [actor, setActor] = useState(me.staff.id);
  const [party, setParty] = useState(inside);
  const [purpose, setPurpose] = useState<Asked['purpose']>('TREAT');
  const [at, setAt] = useState('');
  const staff = useQuery({ queryKey: ['directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  const parties = useQuery({ queryKey: ['parties', '', patientId], queryFn: () => api.get('/parties', PartyList, { patientId }) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ actor: actorOf(actor), partyId: party === inside ? null : party, purpose, ...(at ? { at: new Date(at).toISOString() } : {}) });
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select
            label="Who asks"
            searchable
            allowDeselect={false}
            value={actor}
            onChange={(value) => setActor(value ?? me.staff.id)}
            data={[
              {
                group: 'Others',
                items: [
                  { value: 'patient', label: 'The patient' },
                  { value: 'outside', label: 'Somebody outside' },
                ],
              },
              { group: 'Staff', items: (staff.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })) },
            ]}
          />
          <Select
            label="Who receives"
            searchable
            allowDeselect={false}
            value={party}
            onChange={(value) => setParty(value ?? inside)}
            data={[
              { value: inside, label: 'Nobody outside: looked at here' },
              { value: patientId, label: 'The patient' },
              ...(parties.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            label="What for"
            allowDeselect={false}
            value={purpose}
            onChange={(value) => setPurpose((value as Asked['purpose'] | null) ?? 'TREAT')}
            data={[...purposeChoices]}
          />
          <TextInput
            label="When"
            description="Empty: now"
            inputWrapperOrder={['label', 'input', 'description']}
            type="datetime-local"
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={isPending}>
            What would be decided?
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
