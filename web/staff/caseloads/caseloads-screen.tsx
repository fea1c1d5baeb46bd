import { Select, Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Empty, Page } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { AgendaView } from './agenda-view.tsx';
import { HandedToMe } from './handed-to-me.tsx';
import { LoadsView } from './loads-view.tsx';

interface Search {
  readonly tab?: string;
  readonly program?: string;
}

/** Caseloads of a program and the agenda of its team meeting; which, stands in the address. */
export function CaseloadsScreen() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const mayRead = useMay()('chart.read');
  const programs = useMyPrograms();
  const programId = programs.find(({ value }) => value === search.program)?.value ?? programs[0]?.value ?? '';
  const tab = search.tab === 'agenda' ? 'agenda' : 'caseloads';
  const go = (next: Search) => void navigate({ to: '/caseloads', search: { tab, program: programId, ...next } as never });
  return (
    <Page
      title="Caseloads"
      actions={<Select aria-label="Program" data={programs} value={programId || null} allowDeselect={false} onChange={(program) => go({ program: program ?? '' })} />}
    >
      <Stack gap="md">
        <HandedToMe />
        {programs.length === 0 && <Empty>You work in no program. An administrator adds you to one.</Empty>}
        {programs.length > 0 && (
          <Tabs value={tab} onChange={(next) => go({ tab: next ?? 'caseloads' })} keepMounted={false}>
            <Tabs.List aria-label="Caseloads" mb="md">
              <Tabs.Tab value="caseloads">Caseloads</Tabs.Tab>
              {mayRead && <Tabs.Tab value="agenda">Team meeting</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="caseloads">
              <LoadsView programId={programId} />
            </Tabs.Panel>
            <Tabs.Panel value="agenda">
              <AgendaView programId={programId} />
            </Tabs.Panel>
          </Tabs>
        )}
      </Stack>
    </Page>
  );
}
