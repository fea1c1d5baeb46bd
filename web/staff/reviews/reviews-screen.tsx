import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { ChartsTab } from './charts-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { MissingTab } from './missing-tab.tsx';

/** Whether charts hold what they should: what is missing, what is to be mended, and charts looked through. */
export function ReviewsScreen() {
  const reviews = useMay()('review.write');
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const here = tab === 'findings' || (tab === 'charts' && reviews) ? tab : 'missing';
  return (
    <Page title="Reviews">
      <Tabs value={here} onChange={(to) => void navigate({ to: '/reviews', search: { tab: to ?? 'missing' } as never })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="missing">Missing documentation</Tabs.Tab>
          <Tabs.Tab value="findings">Findings</Tabs.Tab>
          {reviews && <Tabs.Tab value="charts">Chart reviews</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="missing">
          <MissingTab />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingsTab reviews={reviews} />
        </Tabs.Panel>
        <Tabs.Panel value="charts">
          <ChartsTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
