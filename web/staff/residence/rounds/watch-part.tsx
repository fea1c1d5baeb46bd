import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../ui/api/api.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useBoardAct } from '../residence-queries.ts';

/** How often somebody is to be seen, and why. */
export function WatchPart({ residencyId, onDone }: { readonly residencyId: string; readonly onDone: () => void }) {
  const [minutes, setMinutes] = useState('15');
  const [reason, setReason] = useState('');
  const keeping = useBoardAct(
    () => api.put(`/residence/residencies/${residencyId}/watch`, undefined, { intervalMinutes: minutes === '' ? null : Number(minutes), reason }),
    onDone,
  );
  return (
    <Panel title="Observation rounds">
      <Stack gap="xs">
        <Group grow align="start">
          <NativeSelect
            label="To be seen"
            data={[
              { value: '15', label: 'every 15 minutes' },
              { value: '30', label: 'every 30 minutes' },
              { value: '60', label: 'every hour' },
              { value: '', label: 'not on rounds' },
            ]}
            value={minutes}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          />
          <TextInput label="Because" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </Group>
        {keeping.isError && <Failed error={keeping.error} />}
        <Group>
          <Button variant="default" loading={keeping.isPending} onClick={() => keeping.mutate()}>
            Order the rounds
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
