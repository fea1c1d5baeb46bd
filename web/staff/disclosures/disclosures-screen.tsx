import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { AgreementsPanel } from './agreements-panel.tsx';
import { disclosureQueries } from './disclosure-queries.ts';
import { OutsideQueryPanel } from './outside-query-panel.tsx';
import { PacketLines } from './packet-lines.tsx';
import { PartiesPanel } from './parties-panel.tsx';
import { PatientPicker } from './patient-picker.tsx';
import { RequestsPanel } from './requests-panel.tsx';

const tabs = ['work', 'recipients', 'agreements'] as const;
type Tab = (typeof tabs)[number];

function useTab(): [Tab, (tab: string | null) => void] {
  const search = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  return [tabs.find((one) => one === search.tab) ?? 'work', (tab) => void navigate({ to: '/disclosures', search: { tab: tab ?? 'work' } as never })];
}

function Work() {
  const may = useMay();
  const waiting = useQuery(disclosureQueries.waiting);
  return (
    <Stack gap="md">
      {may('disclosure.release') && <PatientPicker />}
      <RequestsPanel />
      <Panel title="Packets that have not left" flush says="Waiting, stopped, or rehearsed in the last month.">
        <Loaded query={waiting} empty="No packet waits.">
          {({ items }) => <PacketLines packets={items} ofMany />}
        </Loaded>
      </Panel>
      <OutsideQueryPanel />
    </Stack>
  );
}

/** What leaves the house: what patients ask for, packets that wait, who may receive, and under which agreements. */
export function DisclosuresScreen() {
  const may = useMay();
  const [tab, setTab] = useTab();
  return (
    <Page title="Disclosures">
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label="Disclosures">
          <Tabs.Tab value="work">Work</Tabs.Tab>
          {may('consent.read') && <Tabs.Tab value="recipients">Recipients</Tabs.Tab>}
          {may('privacy.review') && <Tabs.Tab value="agreements">Agreements</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="work" pt="md">
          <Work />
        </Tabs.Panel>
        <Tabs.Panel value="recipients" pt="md">
          <PartiesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="agreements" pt="md">
          <AgreementsPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
