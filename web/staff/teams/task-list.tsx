import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaskReply } from '#server/teams/tasks/tasks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { placeOf } from '../../ui/format/address.ts';
import { day, moment } from '../../ui/format/words.ts';
import classes from './tasks.module.css';

function useTaskActs() {
  const queries = useQueryClient();
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['home'] });
  };
  const finish = useMutation({
    mutationFn: ({ id, version, note }: { id: string; version: number; note: string }) => api.post(`/tasks/${id}/done`, undefined, { version, note }),
    onSuccess,
    onError: tellProblem,
  });
  const reopen = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) => api.post(`/tasks/${id}/reopening`, undefined, { version }),
    onSuccess,
    onError: tellProblem,
  });
  return { finish, reopen };
}

function Finishing({ task, onCancel }: { readonly task: TaskReply; readonly onCancel: () => void }) {
  const { finish } = useTaskActs();
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        finish.mutate({ id: task.id, version: task.version, note });
      }}
    >
      <Group gap="xs" align="end" mt={6}>
        <TextInput
          size="xs"
          flex={1}
          label={task.dueAt ? 'What was done about it' : 'What came of it'}
          placeholder={task.dueAt ? 'Called the patient; dose held until tomorrow' : 'May be left empty'}
          required={task.dueAt !== null}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="xs" type="submit" loading={finish.isPending}>
          Done
        </Button>
      </Group>
    </form>
  );
}

/** What may be done with a task: opened where it is worked, called done, opened again. */
function Acts({ task, onFinish }: { readonly task: TaskReply; readonly onFinish: (() => void) | undefined }) {
  const { reopen } = useTaskActs();
  const { title, opens, isKept, finishesHere, doneAt } = task;
  if (doneAt)
    return isKept ? null : (
      <Button size="compact-xs" variant="subtle" color="gray" loading={reopen.isPending} aria-label={`Open again: ${title}`} onClick={() => reopen.mutate(task)}>
        Open again
      </Button>
    );
  return (
    <>
      {opens && (
        <Button component={Link} {...placeOf(opens)} size="compact-xs" variant={finishesHere ? 'default' : 'light'} aria-label={`Look: ${title}`}>
          Look
        </Button>
      )}
      {finishesHere && onFinish && (
        <Button size="compact-xs" variant="default" aria-label={`Done: ${title}`} onClick={onFinish}>
          Done
        </Button>
      )}
    </>
  );
}

/** By when it is to be done: a day, or a moment for what cannot wait for the end of one. */
function Due({ task: { isLate, dueAt, dueOn } }: { readonly task: TaskReply }) {
  return (
    <Badge variant="light" color={isLate ? (dueAt ? 'red' : 'orange') : 'gray'} size="sm">
      {isLate ? 'since' : 'by'} {dueAt ? moment(dueAt) : day(dueOn)}
    </Badge>
  );
}

/** Who did it and what came of it, or that nobody took it up in time. */
function whatCame({ escalatedAt, doneAt, doneByName, doneNote }: TaskReply): string {
  if (doneAt) return `. Done by ${doneByName ?? 'somebody'}, ${moment(doneAt)}${doneNote ? `: ${doneNote}` : ''}`;
  return escalatedAt ? `. The clinical director was told, ${moment(escalatedAt)}` : '';
}

function Line({ task, withPatient }: { readonly task: TaskReply; readonly withPatient: boolean }) {
  const [isFinishing, setFinishing] = useState(false);
  const { title, details, patientId, patientName, forName, madeBy, doneAt } = task;
  return (
    <li className={classes.task} aria-label={title} data-done={doneAt !== null || undefined}>
      <Group justify="space-between" align="start" gap="xs">
        <div className={classes.words}>
          <Text size="sm" fw={550}>
            {title}
          </Text>
          {details && <Text size="sm">{details}</Text>}
          <Text size="xs" c="dimmed">
            {withPatient && patientId && (
              <>
                <Anchor underline="always" component={Link} to={`/patients/${patientId}/tasks`} size="xs">
                  {patientName ?? 'A patient'}
                </Anchor>
                {', '}
              </>
            )}
            for {forName}, from {madeBy}
            {whatCame(task)}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" flex="none">
          {!doneAt && <Due task={task} />}
          <Acts task={task} onFinish={isFinishing ? undefined : () => setFinishing(true)} />
        </Group>
      </Group>
      {isFinishing && !doneAt && <Finishing task={task} onCancel={() => setFinishing(false)} />}
    </li>
  );
}

/** Tasks one under the other, each finished in place with a note. */
export function TaskList({ tasks, withPatient = false, label }: { readonly tasks: readonly TaskReply[]; readonly withPatient?: boolean; readonly label: string }) {
  return (
    <Stack component="ul" gap={0} m={0} p={0} aria-label={label} className={classes.tasks}>
      {tasks.map((task) => (
        <Line key={task.id} task={task} withPatient={withPatient} />
      ))}
    </Stack>
  );
}
