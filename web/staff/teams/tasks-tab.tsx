import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/form/dialog.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useProgramsFor } from '../programs/program-field.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';
import { teamQueries } from './team-queries.ts';

/** What is to be done about this person, and what was done. */
export function TasksTab({ patientId }: { readonly patientId: string }) {
  const tasks = useQuery(teamQueries.patientTasks(patientId));
  const programs = useProgramsFor(patientId);
  const [isGiving, { open, close }] = useDisclosure();
  return (
    <Panel
      title="Tasks"
      actions={
        <Button size="compact-sm" onClick={open}>
          New task
        </Button>
      }
    >
      <Loaded query={tasks} empty="Nothing is to be done about this person.">
        {({ items }) => <TaskList label="Tasks" tasks={items} />}
      </Loaded>
      <Dialog title="New task" opened={isGiving} onClose={close}>
        <TaskForm patientId={patientId} programs={programs} onDone={close} />
      </Dialog>
    </Panel>
  );
}
