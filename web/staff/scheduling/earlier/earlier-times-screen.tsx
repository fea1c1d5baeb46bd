import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Offers, Wishes } from '#server/scheduling/earlier-times/earlier-times.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tellProblem } from '../../../ui/form/tell.ts';
import { moment, phone } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Page } from '../../../ui/states/states.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { earlierQueries } from './earlier-queries.ts';
import { limitWords } from './earlier-words.ts';

type Offer = Offers['items'][number];
type Wish = Wishes['items'][number];

function useActs() {
  const queries = useQueryClient();
  const refresh = async () => {
    for (const queryKey of [['earlier-times'], ['home'], ['schedule'], ['patient']]) await queries.invalidateQueries({ queryKey });
  };
  const answer = useMutation({
    mutationFn: ({ id, says }: { id: string; says: 'acceptance' | 'refusal' }) => api.post(`/slot-offers/${id}/${says}`, undefined),
    onError: tellProblem,
    onSettled: refresh,
  });
  const withdraw = useMutation({ mutationFn: (id: string) => api.del(`/earlier-wishes/${id}`), onError: tellProblem, onSettled: refresh });
  return { answer, withdraw };
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { answer } = useActs();
  const { id, patientId, patientName, clinicianName, startsAt, insteadOf, expiresAt, ways } = offer;
  return (
    <Group component="li" aria-label={patientName} justify="space-between" align="start" gap="sm" py={8}>
      <div>
        <Anchor component={Link} to={`/patients/${patientId}/appointments`} size="sm" fw={550}>
          {patientName}
        </Anchor>
        <Text size="sm">
          {moment(startsAt)} with {clinicianName}, instead of {moment(insteadOf)}
        </Text>
        <Text size="xs" c="dimmed">
          {ways.length > 0
            ? `By ${ways.map((way) => (way.phone ? `${way.channel} ${phone(way.phone)}` : way.channel)).join(', or ')}`
            : 'No way to be reached is open: ask when they come'}
          . Held until {moment(expiresAt)}.
        </Text>
      </div>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => answer.mutate({ id, says: 'refusal' })}>
          No, ask the next
        </Button>
        <Button size="compact-sm" loading={answer.isPending} onClick={() => answer.mutate({ id, says: 'acceptance' })}>
          Yes, move
        </Button>
      </Group>
    </Group>
  );
}

/** Freed times with whom to ask, and everybody who would come earlier. */
export function EarlierTimesScreen() {
  const offers = useQuery(earlierQueries.offers);
  const wishes = useQuery(earlierQueries.wishes);
  const { withdraw } = useActs();
  const columns: readonly Column<Wish>[] = [
    { label: 'Patient', cell: ({ patientName }) => patientName },
    { label: 'Holds', cell: ({ startsAt, typeName, clinicianName }) => `${moment(startsAt)}, ${typeName} with ${clinicianName}` },
    { label: 'Could come', cell: limitWords },
    { label: 'Asked', cell: ({ madeAt }) => moment(madeAt) },
    {
      label: 'Wish',
      cell: ({ id, patientName }) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Withdraw: ${patientName}`}
          loading={withdraw.isPending && withdraw.variables === id}
          onClick={() => withdraw.mutate(id)}
        >
          Withdraw
        </Button>
      ),
    },
  ];
  return (
    <Page title="Earlier times" width={1000}>
      <Stack gap="md">
        <Panel title="Freed times to offer" says="Each is held for one person until they answer; then the next who suits is asked.">
          <Loaded query={offers} empty="No freed time waits for an answer.">
            {({ items }) => (
              <ul aria-label="Freed times to offer" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
                {items.map((offer) => (
                  <OfferLine key={offer.id} offer={offer} />
                ))}
              </ul>
            )}
          </Loaded>
        </Panel>
        <Panel title="Would come earlier" says="In the order in which they asked. Wishes are taken in the chart, beside an appointment to come." flush>
          <Loaded query={wishes} empty="Nobody asked for an earlier time.">
            {({ items }) => (
              <Lines label="Would come earlier" rows={items} columns={columns} keyOf={({ id }) => id} to={({ patientId }) => `/patients/${patientId}/appointments`} />
            )}
          </Loaded>
        </Panel>
      </Stack>
    </Page>
  );
}
