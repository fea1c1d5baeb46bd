import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#server/residence/board/board.contract.ts';
import { HandOffs } from '#server/residence/handoffs/hand-offs.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay, useMe } from '../../identity/session.ts';
import { requestId } from '../../patients/request-id.ts';
import { useBoardAct } from '../residence-queries.ts';
import { useKept } from '../use-kept.ts';

type Words = Readonly<Record<string, { readonly happened?: string; readonly openMatters?: string }>>;
const noWords: Words = {};
const isNoWords = (words: Words) => Object.keys(words).length === 0;

function Writing({ unitId, handOffs }: { readonly unitId: string; readonly handOffs: HandOffs }) {
  const { value: words, keep } = useKept(`hand-off:${unitId}`, noWords, isNoWords);
  const [id, setId] = useState(requestId);
  const lines = handOffs.people.map(({ residencyId, openMatters }) => ({
    residencyId,
    happened: words[residencyId]?.happened ?? '',
    openMatters: words[residencyId]?.openMatters ?? openMatters,
  }));
  const signing = useBoardAct(
    () => api.post('/residence/hand-offs', HandOffs, { id, unitId, lines }),
    () => {
      void keep(noWords);
      setId(requestId());
    },
  );
  const write = (residencyId: string, change: object) => void keep({ ...words, [residencyId]: { ...words[residencyId], ...change } });
  return (
    <Panel title={`${handOffs.shift.says} shift`} says={`Since ${moment(handOffs.shift.startsAt)}. What is on record stands beside each name.`}>
      <Stack gap="md">
        {handOffs.people.map(({ residencyId, name, place, facts }, index) => (
          <section key={residencyId} aria-label={name}>
            <Text size="sm" fw={620}>
              {name}, {place}
            </Text>
            <Text size="xs" c="dimmed">
              {facts.length === 0 ? 'Nothing on record since the shift began.' : facts.join('; ')}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
              <Textarea
                label={`What happened: ${name}`}
                autosize
                value={lines[index]?.happened ?? ''}
                onChange={(event) => write(residencyId, { happened: event.currentTarget.value })}
              />
              <Textarea
                label={`Still open: ${name}`}
                autosize
                value={lines[index]?.openMatters ?? ''}
                onChange={(event) => write(residencyId, { openMatters: event.currentTarget.value })}
              />
            </SimpleGrid>
          </section>
        ))}
        {signing.isError && <Failed error={signing.error} />}
        <Group>
          <Button loading={signing.isPending} disabled={lines.length === 0} onClick={() => signing.mutate()}>
            Sign and hand over
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Written({ item }: { readonly item: HandOffs['items'][number] }) {
  const me = useMe();
  const mayWrite = useMay()('round.write');
  const acknowledging = useBoardAct(() => api.post(`/residence/hand-offs/${item.id}/acknowledgement`, undefined));
  const told = item.lines.filter(({ happened, openMatters }) => happened !== '' || openMatters !== '');
  return (
    <Panel
      title={`${item.shift} shift, ${moment(item.signedAt)}`}
      says={`${item.signedByName}${item.acknowledgedAt === null ? '' : `; read by ${item.acknowledgedByName ?? ''} ${moment(item.acknowledgedAt)}`}`}
      actions={
        mayWrite &&
        item.acknowledgedAt === null &&
        item.signedById !== me.staff.id && (
          <Button size="xs" loading={acknowledging.isPending} onClick={() => acknowledging.mutate()}>
            I have read it
          </Button>
        )
      }
      flush
    >
      {acknowledging.isError && <Failed error={acknowledging.error} />}
      {told.length === 0 ? (
        <Empty>Nothing was written.</Empty>
      ) : (
        <Lines
          label={`Hand-off of ${moment(item.signedAt)}`}
          rows={told}
          keyOf={({ residencyId }) => residencyId}
          columns={[
            { label: 'Name', cell: ({ name }) => name },
            { label: 'What happened', cell: ({ happened }) => happened },
            { label: 'Still open', cell: ({ openMatters }) => openMatters },
          ]}
        />
      )}
    </Panel>
  );
}

function OfUnit({ unitId }: { readonly unitId: string }) {
  const mayWrite = useMay()('round.write');
  const handOffs = useQuery({ queryKey: ['residence', 'hand-offs', unitId], queryFn: () => api.get(`/residence/units/${unitId}/hand-offs`, HandOffs) });
  if (handOffs.isPending) return <Waiting />;
  if (handOffs.isError) return <Failed error={handOffs.error} retry={() => void handOffs.refetch()} />;
  return (
    <Stack gap="md">
      {mayWrite && <Writing unitId={unitId} handOffs={handOffs.data} />}
      {handOffs.data.items.map((item) => (
        <Written key={item.id} item={item} />
      ))}
      {handOffs.data.items.length === 0 && <Empty>No shift has handed over here yet.</Empty>}
    </Stack>
  );
}

/** What one shift hands to the next: facts on record, words, open matters, a signature and its acknowledgement. */
export function HandOffView({ board }: { readonly board: Board }) {
  const [chosen, setChosen] = useState('');
  const unit = board.units.find(({ id }) => id === chosen) ?? board.units[0];
  if (!unit) return <Empty>No house yet.</Empty>;
  return (
    <Stack gap="md">
      <NativeSelect
        label="Unit"
        maw={320}
        data={board.units.map(({ id, name }) => ({ value: id, label: name }))}
        value={unit.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <OfUnit key={unit.id} unitId={unit.id} />
    </Stack>
  );
}
