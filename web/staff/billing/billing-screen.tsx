import { Alert, Button, Group, Paper, SimpleGrid, Stack, Tabs, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCloudDownload, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { wordsOf } from '../../ui/api/problem.ts';
import { money } from '../../ui/format/words.ts';
import { Failed, Page } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { billingQueries, useBillingActs } from './billing-queries.ts';
import { ClaimsTable } from './claims-table.tsx';
import { HeldCharges } from './held-charges.tsx';
import { OnTheWay } from './on-the-way.tsx';
import { QuarantineList } from './quarantine-list.tsx';
import { RemittancesTable } from './remittances-table.tsx';

const tabs = ['held', 'claims', 'remittances', 'quarantine', 'files'] as const;
type Tab = (typeof tabs)[number];

function useTab(): [Tab, (tab: Tab) => void] {
  const search = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  return [tabs.find((one) => one === search.tab) ?? 'held', (tab) => void navigate({ to: '/billing', search: { tab } as never })];
}

function Tile({ label, count, cents, onOpen }: { readonly label: string; readonly count: number; readonly cents: number; readonly onOpen: () => void }) {
  return (
    <UnstyledButton onClick={onOpen}>
      <Paper withBorder p="sm">
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        <Group justify="space-between" align="baseline">
          <Text size="xl" fw={620}>
            {count}
          </Text>
          <Text size="sm" c="dimmed">
            {money(cents)}
          </Text>
        </Group>
      </Paper>
    </UnstyledButton>
  );
}

function Tiles({ onTab }: { readonly onTab: (tab: Tab) => void }) {
  const summary = useQuery(billingQueries.summary);
  if (summary.isError) return <Failed error={summary.error} retry={() => void summary.refetch()} />;
  const sum = (rows: readonly { state: string; count: number; amountCents: number }[] | undefined, ...states: string[]) =>
    (rows ?? [])
      .filter(({ state }) => states.includes(state))
      .reduce((total, row) => ({ count: total.count + row.count, cents: total.cents + row.amountCents }), { count: 0, cents: 0 });
  const { charges, claims } = summary.data ?? {};
  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
      <Tile label="Held charges" {...sum(charges, 'held')} onOpen={() => onTab('held')} />
      <Tile label="Ready to send" {...sum(charges, 'ready')} onOpen={() => onTab('claims')} />
      <Tile label="With payers" {...sum(claims, 'batched', 'sent', 'acknowledged', 'accepted')} onOpen={() => onTab('claims')} />
      <Tile label="Rejected or denied" {...sum(claims, 'rejected', 'denied', 'reversed')} onOpen={() => onTab('claims')} />
      <Tile label="Adjudicated" {...sum(claims, 'paid')} onOpen={() => onTab('remittances')} />
    </SimpleGrid>
  );
}

function Acts() {
  const { submit, poll } = useBillingActs();
  const tell = (message: string) => notifications.show({ message });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconCloudDownload size={16} />}
        loading={poll.isPending}
        onClick={() => poll.mutate(undefined, { onSuccess: () => tell('Asking the clearinghouse for answers. They appear here as they come.') })}
      >
        Fetch answers
      </Button>
      <Button
        leftSection={<IconSend size={16} />}
        loading={submit.isPending}
        onClick={() =>
          submit.mutate(undefined, {
            onSuccess: ({ claims }) => tell(claims === 0 ? 'Nothing was ready to send.' : `${claims} ${claims === 1 ? 'claim is' : 'claims are'} on the way.`),
          })
        }
      >
        Send claims
      </Button>
      {submit.isError && <Alert color="orange">{[wordsOf(submit.error).title, ...wordsOf(submit.error).lines].join(' ')}</Alert>}
    </Group>
  );
}

/** The biller's desk: what is held and why, where claims stand, what was paid, what waits in quarantine. */
export function BillingScreen() {
  const [tab, setTab] = useTab();
  const may = useMay();
  return (
    <Page title="Billing" actions={may('claim.write') && <Acts />}>
      <Stack gap="md">
        <Tiles onTab={setTab} />
        <Tabs value={tab} onChange={(next) => setTab(tabs.find((one) => one === next) ?? 'held')} keepMounted={false}>
          <Tabs.List aria-label="Billing">
            <Tabs.Tab value="held">Held</Tabs.Tab>
            <Tabs.Tab value="claims">Claims</Tabs.Tab>
            <Tabs.Tab value="remittances">Remittances</Tabs.Tab>
            <Tabs.Tab value="quarantine">Quarantine</Tabs.Tab>
            <Tabs.Tab value="files">Files</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="held" pt="md">
            <HeldCharges />
          </Tabs.Panel>
          <Tabs.Panel value="claims" pt="md">
            <ClaimsTable />
          </Tabs.Panel>
          <Tabs.Panel value="remittances" pt="md">
            <RemittancesTable />
          </Tabs.Panel>
          <Tabs.Panel value="quarantine" pt="md">
            <QuarantineList />
          </Tabs.Panel>
          <Tabs.Panel value="files" pt="md">
            <OnTheWay />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Page>
  );
}
