import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TherapyGroup } from '#server/groups/groups/groups.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { useMyPrograms } from '../programs/program-queries.ts';

const kinds = [
  { value: 'group', label: 'Group' },
  { value: 'couple', label: 'Couple' },
  { value: 'family', label: 'Family' },
];
const services = [
  { value: 'group-psychotherapy', label: 'Group therapy (90853)' },
  { value: 'substance-use-group', label: 'Group counseling for substance use (H0005)' },
];

/** A new group that one leads oneself. */
export function NewGroupForm({ onDone }: { readonly onDone: () => void }) {
  const me = useMe();
  const programs = useMyPrograms();
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const [facts, setFacts] = useState({ name: '', kind: 'group', curriculum: '', service: 'group-psychotherapy', capacity: 12, programId: '' });
  const set = (change: Partial<typeof facts>) => setFacts((now) => ({ ...now, ...change }));
  const programId = facts.programId || (programs[0]?.value ?? '');
  const isGroup = facts.kind === 'group';
  const opening = useMutation({
    mutationFn: () =>
      api.post('/groups', TherapyGroup, { ...facts, id, programId, facilitatorId: me.staff.id, service: isGroup ? facts.service : 'family-psychotherapy' }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['groups'] });
      onDone();
    },
  });
  return (
    <Panel title="New group">
      <Stack gap="sm" maw={640}>
        <TextInput label="Name" value={facts.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <Group grow align="start">
          <NativeSelect label="Kind" data={kinds} value={facts.kind} onChange={(event) => set({ kind: event.currentTarget.value })} />
          <NativeSelect label="Program" data={programs} value={programId} onChange={(event) => set({ programId: event.currentTarget.value })} />
          <NumberInput label="Places" min={2} max={60} value={facts.capacity} onChange={(capacity) => set({ capacity: Number(capacity) })} />
        </Group>
        {isGroup && <NativeSelect label="Service" data={services} value={facts.service} onChange={(event) => set({ service: event.currentTarget.value })} />}
        <TextInput label="Curriculum" value={facts.curriculum} onChange={(event) => set({ curriculum: event.currentTarget.value })} />
        {opening.isError && <Failed error={opening.error} />}
        <Group>
          <Button loading={opening.isPending} onClick={() => opening.mutate()}>
            Open the group
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
