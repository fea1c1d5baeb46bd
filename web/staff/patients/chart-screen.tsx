import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo } from 'react';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { Waiting } from '../../ui/states/states.tsx';
import { useMe } from '../identity/session.ts';
import { ClosedDoor } from '../privacy/break-glass/closed-door.tsx';
import { ClosedToMe } from '../privacy/need-to-know/closed-to-me.tsx';
import { OpenOnConsent } from '../privacy/break-glass/open-on-consent.tsx';
import { ChartBanner } from './chart-banner.tsx';
import classes from './chart.module.css';
import { tabsFor } from './chart-tabs.tsx';
import { patientQueries } from './patient-queries.ts';

function useTabKeys(patientId: string, paths: string): void {
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () =>
      paths.split(' ').map((path, index) => ({ keys: String(index + 1), says: `Chart: ${path}`, run: () => void navigate({ to: `/patients/${patientId}/${path}` }) })),
    [patientId, paths, navigate],
  );
  useShortcuts(shortcuts);
}

/** One person's chart: who it is, always in sight, and its pages. */
export function ChartScreen() {
  const { patientId = '', tab = 'summary' } = useParams({ strict: false }) as { patientId?: string; tab?: string };
  const { permissions } = useMe();
  const navigate = useNavigate();
  const banner = useQuery(patientQueries.banner(patientId));
  const tabs = tabsFor(permissions);
  const here = tabs.find(({ path }) => path === tab) ?? tabs[0];
  useTabKeys(patientId, tabs.map(({ path }) => path).join(' '));
  useEffect(() => {
    document.title = banner.data ? `${banner.data.mrn} · Mooring` : 'Mooring';
    return () => void (document.title = 'Mooring');
  }, [banner.data]);
  // Asked by the number of a merged record, the chart answers as the surviving one.
  useEffect(() => {
    if (banner.data && banner.data.id !== patientId) void navigate({ to: `/patients/${banner.data.id}/${tab}`, replace: true });
  }, [banner.data, patientId, tab, navigate]);
  if (banner.isPending) return <Waiting label="Opening the chart" />;
  if (banner.isError) return <ClosedDoor patientId={patientId} error={banner.error} retry={() => void banner.refetch()} />;
  return (
    <article aria-label={`Chart of ${banner.data.name}`}>
      <ChartBanner banner={banner.data} />
      <ClosedToMe patientId={banner.data.id} />
      <OpenOnConsent patientId={banner.data.id} />
      <Tabs value={here?.path ?? null} onChange={(path) => void navigate({ to: `/patients/${patientId}/${path ?? 'summary'}` })} keepMounted={false}>
        <Tabs.List className={classes.tabs} aria-label="Chart">
          {tabs.map(({ path, label }) => (
            <Tabs.Tab key={path} value={path}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {here && (
          <Tabs.Panel value={here.path} pt="md">
            <Suspense fallback={<Waiting />}>
              <here.screen patientId={patientId} />
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs>
    </article>
  );
}
