import { Tabs } from '@mantine/core';
import { lazyRouteComponent, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, type ComponentType } from 'react';
import { Page, Waiting } from '../../ui/states/states.tsx';
import { useMe } from '../identity/session.ts';

interface Section {
  readonly path: string;
  readonly label: string;
  readonly may: readonly string[];
  readonly screen: ComponentType;
}

const sections: readonly Section[] = [
  { path: 'staff', label: 'Staff', may: ['staff.read'], screen: lazyRouteComponent(() => import('./staff-section.tsx'), 'StaffSection') },
  { path: 'roles', label: 'Roles', may: ['staff.read'], screen: lazyRouteComponent(() => import('./roles-section.tsx'), 'RolesSection') },
  {
    path: 'organisation',
    label: 'Organisation',
    may: ['organisation.write'],
    screen: lazyRouteComponent(() => import('./organisation-section.tsx'), 'OrganisationSection'),
  },
  { path: 'sites', label: 'Sites', may: ['organisation.write'], screen: lazyRouteComponent(() => import('./sites-section.tsx'), 'SitesSection') },
  { path: 'programs', label: 'Programs', may: ['program.write'], screen: lazyRouteComponent(() => import('./programs-section.tsx'), 'ProgramsSection') },
  { path: 'note-rules', label: 'Note rules', may: ['template.write'], screen: lazyRouteComponent(() => import('./note-rules-section.tsx'), 'NoteRulesSection') },
  {
    path: 'templates',
    label: 'Note templates',
    may: ['template.write'],
    screen: lazyRouteComponent(() => import('../charting/designer/templates-section.tsx'), 'TemplatesSection'),
  },
  { path: 'payers', label: 'Payers and fees', may: ['payer.write'], screen: lazyRouteComponent(() => import('./payers-section.tsx'), 'PayersSection') },
  {
    path: 'missed-visits',
    label: 'Missed visits',
    may: ['payer.write'],
    screen: lazyRouteComponent(() => import('../desk/fee-policies-section.tsx'), 'FeePoliciesSection'),
  },
];

/** Everything that is set up rather than done: people, places, programs, payers. */
export function AdministrationScreen() {
  const { section } = useParams({ strict: false }) as { section?: string };
  const { permissions } = useMe();
  const navigate = useNavigate();
  const mine = sections.filter(({ may }) => may.some((permission) => permissions.includes(permission)));
  const here = mine.find(({ path }) => path === section) ?? mine[0];
  return (
    <Page title="Administration">
      <Tabs value={here?.path ?? null} onChange={(path) => void navigate({ to: `/administration/${path ?? 'staff'}` })}>
        <Tabs.List aria-label="Administration">
          {mine.map(({ path, label }) => (
            <Tabs.Tab key={path} value={path}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {here && (
          <Tabs.Panel value={here.path} pt="md">
            <Suspense fallback={<Waiting />}>
              <here.screen />
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  );
}
