import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#server/residence/board/board.contract.ts';
import { Watches, type SignRound, type Watch } from '#server/residence/rounds/rounds.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useNow } from '../../../ui/format/use-now.ts';
import { moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { useMay } from '../../identity/session.ts';
import { requestId } from '../../patients/request-id.ts';
import classes from './rounds.module.css';
import { useRounds } from './use-rounds.ts';
import { dueWords, inOrder, roundOf, withSighting, withUnsent } from './walk.ts';

interface PersonProps {
  readonly watch: Watch;
  readonly statuses: Watches['statuses'];
  readonly seen: SignRound['sightings'][number] | undefined;
  readonly mayWalk: boolean;
  readonly onSee: (status: string) => void;
}

function Person({ watch, statuses, seen, mayWalk, onSee }: PersonProps) {
  const { says, tone } = dueWords(watch, useNow());
  const word = (code: string | null) => statuses.find((status) => status.code === code)?.says ?? code ?? '';
  return (
    <section className={classes.person} data-tone={tone} data-seen={seen !== undefined} aria-label={watch.name}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={620}>{watch.name}</Text>
          <Text size="xs" c="dimmed">
            {[watch.place ?? 'no bed', `every ${watch.intervalMinutes} min`, watch.pronouns].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Text size="sm" className={tone === 'late' ? classes.late : ''}>
          {seen ? 'Seen' : says}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {watch.lastSeenAt === null
          ? 'Not seen yet.'
          : `${word(watch.lastStatus)}, ${moment(watch.lastSeenAt)}${watch.lastSeenByName ? ` by ${watch.lastSeenByName}` : ''}.`}{' '}
        {watch.reason}
      </Text>
      {mayWalk && (
        <div className={classes.statuses}>
          {statuses.map(({ code, says: status, urgent }) => (
            <Button
              key={code}
              size="sm"
              h="auto"
              mih={44}
              px="xs"
              variant={seen?.status === code ? 'filled' : 'default'}
              color={urgent ? 'orange.8' : undefined}
              aria-pressed={seen?.status === code}
              styles={{ label: { whiteSpace: 'normal', fontSize: '0.82rem' } }}
              onClick={() => onSee(code)}
            >
              {status}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function Walk({ unitId, watches, statuses }: { readonly unitId: string; readonly watches: readonly Watch[]; readonly statuses: Watches['statuses'] }) {
  const mayWalk = useMay()('round.write');
  const { walk, keepWalk, unsent, sign, failure } = useRounds(unitId);
  const seen = Object.keys(walk).length;
  const see = (watchId: string, status: string) => void keepWalk(withSighting(walk, { id: requestId(), watchId, status, note: '', seenAt: new Date().toISOString() }));
  const people = inOrder(withUnsent(watches, unsent));
  return (
    <Stack gap="sm">
      {unsent.length > 0 && (
        <Alert color="orange" role="status">
          {unsent.length === 1 ? 'A signed round waits' : `${unsent.length} signed rounds wait`} on this device since {moment(unsent[0]?.signedAt ?? '')}, and{' '}
          {unsent.length === 1 ? 'is' : 'are'} sent when the network is back.
        </Alert>
      )}
      {failure !== undefined && <Failed error={failure} />}
      <div className={classes.people}>
        {people.map((watch) => (
          <Person key={watch.id} watch={watch} statuses={statuses} seen={walk[watch.id]} mayWalk={mayWalk} onSee={(status) => see(watch.id, status)} />
        ))}
      </div>
      {mayWalk && (
        <Group className={classes.sign} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {seen} of {people.filter(({ isAway }) => !isAway).length} seen. I saw each of them myself.
          </Text>
          <Button flex="none" disabled={seen === 0} onClick={() => void sign(roundOf(walk, requestId(), unitId, new Date().toISOString()))}>
            Sign the round
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Observation rounds: who is to be seen and who is late, each status a tap, one signature for the walk, also without a network. */
export function RoundsView({ board }: { readonly board: Board }) {
  const [chosen, setChosen] = useState('');
  const watches = useQuery({
    queryKey: ['residence', 'watches'],
    queryFn: () => api.get('/residence/watches', Watches),
    refetchInterval: 30_000,
    networkMode: 'always',
  });
  if (watches.isPending) return <Waiting label="Looking who is to be seen" />;
  if (!watches.data) return <Failed error={watches.error} retry={() => void watches.refetch()} />;
  const { items, statuses } = watches.data;
  const units = board.units.filter(({ id }) => items.some(({ unitId }) => unitId === id));
  const unit = units.find(({ id }) => id === chosen) ?? units[0];
  if (!unit) return <Empty>Nobody is on observation rounds. On the bed board, open somebody and say how often they are to be seen.</Empty>;
  return (
    <Stack gap="sm">
      {units.length > 1 && (
        <NativeSelect
          label="Unit"
          maw={320}
          data={units.map(({ id, name }) => ({ value: id, label: `${name} (${items.filter(({ unitId, isMissed }) => unitId === id && isMissed).length} missed)` }))}
          value={unit.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Walk key={unit.id} unitId={unit.id} watches={items.filter(({ unitId }) => unitId === unit.id)} statuses={statuses} />
    </Stack>
  );
}
