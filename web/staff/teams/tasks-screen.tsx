import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../ui/form/dialog.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { AnyTaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';
import { teamQueries } from './team-queries.ts';

const empty = {
  mine: { open: 'Nothing is to be done. Tasks for you or your role appear here.', done: 'Nothing was done yet.' },
  given: { open: 'Nothing that you gave to others is open.', done: 'Nothing that you gave to others was done yet.' },
} as const;

/** What is for me to do, what I gave to others, and what was done. */
export function TasksScreen() {
  const [whose, setWhose] = useState<'mine' | 'given'>('mine');
  const [state, setState] = useState<'open' | 'done'>('open');
  const [isGiving, { open, close }] = useDisclosure();
  const tasks = useQuery(teamQueries.tasks(whose, state));
  return (
    <Page title="Tasks" width={900} actions={<Button onClick={open}>New task</Button>}>
      {tasks.data && tasks.data.cannotWait.length > 0 && (
        <Panel title="Cannot wait">
          <TaskList label="What cannot wait" tasks={tasks.data.cannotWait} withPatient />
        </Panel>
      )}
      <Panel
        title={whose === 'mine' ? 'For me and my role' : 'Given by me'}
        actions={
          <Group gap="xs">
            <SegmentedControl
              size="xs"
              aria-label="Whose tasks"
              data={[
                { value: 'mine', label: 'For me' },
                { value: 'given', label: 'From me' },
              ]}
              value={whose}
              onChange={(next) => setWhose(next === 'given' ? 'given' : 'mine')}
            />
            <SegmentedControl
              size="xs"
              aria-label="Which tasks"
              data={[
                { value: 'open', label: 'Open' },
                { value: 'done', label: 'Done' },
              ]}
              value={state}
              onChange={(next) => setState(next === 'done' ? 'done' : 'open')}
            />
          </Group>
        }
      >
        <Loaded query={tasks} empty={empty[whose][state]}>
          {({ items }) => <TaskList label="Tasks" tasks={items} withPatient />}
        </Loaded>
      </Panel>
      <Dialog title="New task" opened={isGiving} onClose={close}>
        <AnyTaskForm onDone={close} />
      </Dialog>
    </Page>
  );
}
