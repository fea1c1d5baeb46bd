import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ChargeList } from '#server/billing/charges/charges.contract.ts';
import { day, money } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { billingQueries, useBillingActs } from './billing-queries.ts';
import { ClaimsToCorrect } from './claims-to-correct.tsx';

type Charge = z.infer<typeof ChargeList>['items'][number];

const columns: readonly Column<Charge>[] = [
  { label: 'Patient', cell: ({ patientName }) => patientName },
  {
    label: 'Service',
    cell: ({ servedOn, dayId, codes, units, programName }) => (
      <Stack gap={2}>
        <Text size="sm">{day(servedOn)}</Text>
        {dayId !== null && (
          <Text size="xs" c="dimmed">
            Day in {programName}
            {codes.length > 0 && `, ${codes.join(' ')} × ${units}`}
          </Text>
        )}
      </Stack>
    ),
  },
  { label: 'Payer', cell: ({ payerName }) => payerName ?? 'No coverage' },
  { label: 'Clinician', cell: ({ clinicianName }) => clinicianName, wide: true },
  {
    label: 'Why it is held',
    cell: ({ holds }) => (
      <List size="sm" spacing={2} listStyleType="none">
        {holds.map(({ code, says }) => (
          <List.Item key={code + says}>
            <Text size="sm">{says}</Text>
          </List.Item>
        ))}
      </List>
    ),
  },
  { label: 'Amount', cell: ({ amountCents }) => money(amountCents), align: 'right' },
];

function Recheck({ charge }: { readonly charge: Charge }) {
  const { recheck } = useBillingActs();
  return (
    <Button size="compact-xs" variant="light" loading={recheck.isPending} onClick={() => recheck.mutate(charge.id)}>
      Check again
    </Button>
  );
}

/** Charges that cannot be claimed yet, each with its reasons and the way to judge it anew. */
export function HeldCharges() {
  const held = useQuery(billingQueries.charges('held'));
  const mayWrite = useMay()('claim.write');
  const acts: readonly Column<Charge>[] = mayWrite ? [{ label: 'Again', cell: (charge) => <Recheck charge={charge} />, align: 'right' }] : [];
  return (
    <Stack gap="md">
      <ClaimsToCorrect />
      <Panel title="Held charges" flush>
        <Loaded query={held} empty="Nothing is held. Every signed note and every counted day became a charge that can be billed.">
          {({ items }) => (
            <Lines label="Held charges" rows={items} columns={[...columns, ...acts]} keyOf={({ id }) => id} to={({ patientId }) => `/patients/${patientId}`} />
          )}
        </Loaded>
      </Panel>
    </Stack>
  );
}
