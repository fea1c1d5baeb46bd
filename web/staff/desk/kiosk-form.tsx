import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Kiosks } from '#server/desk/kiosks/kiosks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { kioskFlag } from '../../answering/kiosk/kiosk-flag.ts';
import { useMe } from '../identity/session.ts';
import { programQueries } from '../programs/program-queries.ts';

function Running() {
  const queries = useQueryClient();
  const kiosks = useQuery({ queryKey: ['kiosks'], queryFn: () => api.get('/kiosks', Kiosks) });
  const ending = useMutation({
    mutationFn: (kioskId: string) => api.del(`/kiosks/${kioskId}`),
    onSuccess: async () => {
      tell('The tablet is ended.');
      await queries.invalidateQueries({ queryKey: ['kiosks'] });
    },
    onError: tellProblem,
  });
  return kiosks.data?.items.map(({ id, name, siteName, startedByName, startedAt }) => (
    <Group key={id} justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {siteName}, started by {startedByName} {moment(startedAt)}
        </Text>
      </div>
      <Button size="compact-xs" variant="default" aria-label={`End ${name}`} loading={ending.isPending} onClick={() => ending.mutate(id)}>
        End
      </Button>
    </Group>
  ));
}

/** Makes this browser a tablet for check-in: the session ends here, and what is left is check-in until a colleague ends it by password. */
export function KioskForm() {
  const { sites, programIds } = useMe();
  const programs = useQuery(programQueries.all);
  const own = programs.data?.items.find(({ id }) => programIds.includes(id))?.siteId;
  const [chosen, setSite] = useState('');
  const siteId = chosen || (own ?? sites[0]?.id ?? '');
  const [name, setName] = useState('Front door');
  const starting = useMutation({
    mutationFn: () => api.post('/kiosks', undefined, { siteId, name }),
    onSuccess: () => {
      kioskFlag.raise();
      window.location.replace('/kiosk');
    },
  });
  return (
    <Stack gap="md">
      <Text size="sm">
        Open this page on the tablet that patients will use, then start. You are signed out on it; it shows check-in and nothing else, until a colleague ends it with
        their password.
      </Text>
      {sites.length > 1 && (
        <NativeSelect
          label="Site"
          data={sites.map(({ id, name: label }) => ({ value: id, label }))}
          value={siteId}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
      )}
      <TextInput label="Name of the tablet" value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={60} />
      {starting.isError && <Failed error={starting.error} />}
      <Group justify="flex-end">
        <Button loading={starting.isPending} disabled={name.trim() === ''} onClick={() => starting.mutate()}>
          Start check-in on this device
        </Button>
      </Group>
      <Running />
    </Stack>
  );
}
