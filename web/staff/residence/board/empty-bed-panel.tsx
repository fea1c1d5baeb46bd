import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BedOnBoard, Expected } from '#server/residence/board/board.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { day } from '../../../ui/format/words.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useBoardAct } from '../residence-queries.ts';

interface EmptyBedPanelProps {
  readonly bed: BedOnBoard;
  readonly expected: readonly Expected[];
  readonly mayWrite: boolean;
  readonly onArrive: (person: Expected) => void;
  readonly onDone: () => void;
}

function UsePart({ bed, onDone }: Pick<EmptyBedPanelProps, 'bed' | 'onDone'>) {
  const [reason, setReason] = useState('');
  const path = `/residence/beds/${bed.id}/outage`;
  const back = useBoardAct(() => api.del(path), onDone);
  const out = useBoardAct((kind: 'cleaning' | 'out-of-service') => api.put(path, undefined, { kind, reason }), onDone);
  if (bed.outage)
    return (
      <Panel title={bed.outage.kind === 'cleaning' ? 'To be cleaned' : 'Out of service'} says={bed.outage.reason}>
        {back.isError && <Failed error={back.error} />}
        <Button loading={back.isPending} onClick={() => back.mutate()}>
          {bed.outage.kind === 'cleaning' ? 'Is clean' : 'Back in service'}
        </Button>
      </Panel>
    );
  return (
    <Panel title="Out of use">
      <Stack gap="xs">
        <TextInput label="What is wrong with the bed" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {out.isError && <Failed error={out.error} />}
        <Group gap="xs">
          <Button variant="default" loading={out.isPending} onClick={() => out.mutate('out-of-service')}>
            Out of service
          </Button>
          <Button variant="default" loading={out.isPending} onClick={() => out.mutate('cleaning')}>
            To be cleaned
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

/** A bed that nobody has: who may get it, for whom it is kept, and whether it is in use. */
export function EmptyBedPanel({ bed, expected, mayWrite, onArrive, onDone }: EmptyBedPanelProps) {
  const [episodeId, setEpisodeId] = useState(bed.reservation?.episodeId ?? expected[0]?.episodeId ?? '');
  const releasing = useBoardAct(() => api.del(`/residence/beds/${bed.id}/reservation`), onDone);
  const chosen = expected.find((one) => one.episodeId === episodeId);
  if (!mayWrite) return <Text size="sm">Nobody has this bed.</Text>;
  return (
    <Stack gap="md">
      {bed.reservation && (
        <Panel title={`Kept for ${bed.reservation.name}`} says={`expected ${day(bed.reservation.expectedOn)}`}>
          {releasing.isError && <Failed error={releasing.error} />}
          <Button variant="default" loading={releasing.isPending} onClick={() => releasing.mutate()}>
            Keep it no longer
          </Button>
        </Panel>
      )}
      <Panel title="Somebody expected">
        {expected.length === 0 ? (
          <Text size="sm">Nobody is expected. Refer somebody to the program first, in their chart.</Text>
        ) : (
          <Group align="end">
            <NativeSelect
              label="Who"
              data={expected.map((one) => ({ value: one.episodeId, label: `${one.name} (${one.state})` }))}
              value={episodeId}
              onChange={(event) => setEpisodeId(event.currentTarget.value)}
            />
            <Button disabled={!chosen} onClick={() => chosen && onArrive(chosen)}>
              Arrives or reserve
            </Button>
          </Group>
        )}
      </Panel>
      <UsePart bed={bed} onDone={onDone} />
    </Stack>
  );
}
