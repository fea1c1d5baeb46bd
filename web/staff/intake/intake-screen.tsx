import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../ui/states/states.tsx';
import { CallsView } from './calls-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { WaitlistView } from './waitlist-view.tsx';

const tabs = [
  { key: 'calls', label: 'Calls' },
  { key: 'waitlist', label: 'Waitlist' },
  { key: 'sources', label: 'Who sends people' },
] as const;

/** The intake desk: calls, who waits, who sends people. */
export function IntakeScreen() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const tab = tabs.find(({ key }) => key === search.tab)?.key ?? 'calls';
  return (
    <Page title="Intake">
      <Tabs value={tab} onChange={(next) => void navigate({ to: '/intake', search: { tab: next } as never })} keepMounted={false}>
        <Tabs.List mb="md">
          {tabs.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="calls">
          <CallsView />
        </Tabs.Panel>
        <Tabs.Panel value="waitlist">
          <WaitlistView />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <SourcesView />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
