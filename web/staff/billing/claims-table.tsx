import { Badge, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ClaimReply } from '#server/billing/claims/claims.contract.ts';
import { day, money, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { billingQueries } from './billing-queries.ts';
import { claimStates, openAtInsurer, toneColours } from './claim-states.ts';

type State = ClaimReply['state'];
const choices = [{ value: '', label: 'All claims' }, ...Object.entries(claimStates).map(([value, { label }]) => ({ value, label }))];

const columns: readonly Column<ClaimReply>[] = [
  {
    label: 'Claim',
    cell: ({ number, frequency }) => (
      <>
        {number}
        {frequency !== '1' && (
          <Text size="xs" c="dimmed">
            {frequency === '7' ? 'Replacement' : 'Void'}
          </Text>
        )}
      </>
    ),
  },
  {
    label: 'Patient, payer',
    cell: ({ patientName, payerName }) => (
      <>
        {patientName}
        <Text size="xs" c="dimmed">
          {payerName}
        </Text>
      </>
    ),
  },
  { label: 'Service', cell: ({ servedOn }) => day(servedOn) },
  { label: 'Codes', cell: ({ codes }) => codes.join(', '), wide: true },
  {
    label: 'State',
    cell: ({ state }) => (
      <Badge variant="light" color={toneColours[claimStates[state].tone]}>
        {claimStates[state].label}
      </Badge>
    ),
  },
  {
    label: 'Last heard',
    cell: ({ lastEvent, updatedAt }) => (
      <>
        <Text size="xs" lineClamp={2} maw={320}>
          {lastEvent}
        </Text>
        <Text size="xs" c="dimmed">
          {moment(updatedAt)}
        </Text>
      </>
    ),
    wide: true,
  },
  { label: 'Charged', cell: ({ amountCents }) => money(amountCents), align: 'right' },
  { label: 'Open', cell: (claim) => money(openAtInsurer(claim)), align: 'right' },
];

/** The state that the address asks for, so that a link can lead to exactly these claims. */
function useClaimState(): [State | undefined, (state: State | undefined) => void] {
  const search = useSearch({ strict: false }) as { state?: string };
  const navigate = useNavigate();
  const states = Object.keys(claimStates) as State[];
  return [states.find((one) => one === search.state), (state) => void navigate({ to: '/billing', search: { tab: 'claims', ...(state ? { state } : {}) } as never })];
}

/** Claims by state, those that moved last first; each opens its story. */
export function ClaimsTable() {
  const [state, setState] = useClaimState();
  const claims = useQuery(billingQueries.claims(state));
  const summary = useQuery(billingQueries.summary);
  const total = (summary.data?.claims ?? []).filter((one) => state === undefined || one.state === state).reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title="Claims"
      flush
      says={claims.data && total > claims.data.items.length ? `The last ${claims.data.items.length} of ${total.toLocaleString('en-US')}` : undefined}
      actions={
        <Select
          aria-label="State"
          size="xs"
          data={choices}
          value={state ?? ''}
          allowDeselect={false}
          w={150}
          onChange={(value) => setState((value || undefined) as State | undefined)}
        />
      }
    >
      <Loaded query={claims} empty="No claims here. Signed notes become charges, and Send claims builds and sends them.">
        {({ items }) => (
          <Lines
            label="Claims"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            to={({ id }) => `/billing/claims/${id}`}
            tone={(claim) => (claimStates[claim.state].tone === 'act' ? 'attention' : undefined)}
          />
        )}
      </Loaded>
    </Panel>
  );
}
