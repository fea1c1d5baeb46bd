import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Belongings } from '#server/residence/belongings/belongings.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { moment } from '../../../ui/format/words.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { requestId } from '../../patients/request-id.ts';
import { useBoardAct } from '../residence-queries.ts';

const nothing = { what: '', number: 1, storage: '' };

function Receive({ path }: { readonly path: string }) {
  const [item, setItem] = useState(nothing);
  const [signature, setSignature] = useState('');
  const receiving = useBoardAct(
    () => api.post(path, Belongings, { signature, items: [{ id: requestId(), ...item }] }),
    () => setItem(nothing),
  );
  return (
    <>
      <Group align="start" gap="xs">
        <TextInput label="Thing" flex="1 1 9rem" value={item.what} onChange={(event) => setItem({ ...item, what: event.currentTarget.value })} />
        <NumberInput label="Number" min={1} max={1000} w={90} value={item.number} onChange={(number) => setItem({ ...item, number: Number(number) })} />
        <TextInput label="Kept where" flex="1 1 9rem" value={item.storage} onChange={(event) => setItem({ ...item, storage: event.currentTarget.value })} />
      </Group>
      <TextInput
        label="Signed by the person as"
        description="Or why they did not sign. You sign beside it."
        value={signature}
        onChange={(event) => setSignature(event.currentTarget.value)}
      />
      {receiving.isError && <Failed error={receiving.error} />}
      <Group>
        <Button variant="default" loading={receiving.isPending} onClick={() => receiving.mutate()}>
          Take into keeping
        </Button>
      </Group>
    </>
  );
}

/** What the house keeps for somebody: taken on a signature, given back on a signature. */
export function BelongingsPart({ residencyId }: { readonly residencyId: string }) {
  const path = `/residence/residencies/${residencyId}/belongings`;
  const [signature, setSignature] = useState('');
  const kept = useQuery({ queryKey: ['residence', 'belongings', residencyId], queryFn: () => api.get(path, Belongings) });
  const returning = useBoardAct((ids: string[]) => api.post(`${path}/returns`, Belongings, { ids, signature }));
  if (kept.isPending) return <Waiting />;
  if (kept.isError) return <Failed error={kept.error} retry={() => void kept.refetch()} />;
  const here = kept.data.items.filter(({ returnedAt }) => returnedAt === null);
  return (
    <Panel title="Belongings" says={here.length === 0 ? 'Nothing is kept for this person' : undefined}>
      <Stack gap="xs">
        {kept.data.items.map((item) => (
          <Text key={item.id} size="sm" c={item.returnedAt === null ? undefined : 'dimmed'}>
            {item.number} × {item.what}, {item.returnedAt === null ? item.storage : `given back ${moment(item.returnedAt)}, signed ${item.returnedSignature ?? ''}`}
          </Text>
        ))}
        {here.length > 0 && (
          <Group align="end" gap="xs">
            <TextInput label="All given back, signed as" value={signature} onChange={(event) => setSignature(event.currentTarget.value)} />
            <Button variant="default" disabled={signature.trim().length < 2} loading={returning.isPending} onClick={() => returning.mutate(here.map(({ id }) => id))}>
              Give back
            </Button>
          </Group>
        )}
        {returning.isError && <Failed error={returning.error} />}
        <Receive path={path} />
      </Stack>
    </Panel>
  );
}
