import { Button, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { Part2Status, ProgramChanges, type Program } from '#server/programs/programs/programs.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { day } from '../../ui/format/words.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { StandardPanel } from './standard-panel.tsx';

interface ProgramPanelProps {
  readonly program: z.infer<typeof Program>;
  readonly onDone: () => void;
}

function useDone(onDone: () => void): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['programs'] });
    onDone();
  };
}

function StatusForm({ program, onDone }: ProgramPanelProps) {
  const { organisation } = useMe();
  const { form, submit, isPending, failure } = useContractForm({
    contract: Part2Status,
    initial: { part2: !program.part2, basis: '', validFrom: today(organisation.timeZone) },
    send: (body) => api.post(`/programs/${program.id}/part2-statuses`, undefined, body),
    onSent: useDone(onDone),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Switch label="42 CFR Part 2 applies" {...form.getInputProps('part2', { type: 'checkbox' })} />
        <Textarea label="On what ground" required autosize minRows={2} {...form.getInputProps('basis')} />
        <DayField label="From" required {...form.getInputProps('validFrom')} />
        <FormEnd failure={failure} isPending={isPending} label="Record the status" />
      </Stack>
    </form>
  );
}

/** One program: its name, whether it runs, its history under Part 2 and the next status. */
export function ProgramPanel({ program, onDone }: ProgramPanelProps) {
  const done = useDone(onDone);
  const { form, submit, isPending, failure } = useContractForm({
    contract: ProgramChanges,
    initial: { name: program.name },
    send: (body) => api.patch(`/programs/${program.id}`, undefined, body),
    onSent: done,
  });
  const close = useMutation({ mutationFn: () => api.patch(`/programs/${program.id}`, undefined, { active: !program.active }), onSuccess: done, onError: tellProblem });
  return (
    <Stack gap="md">
      <form onSubmit={submit} noValidate>
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <FormEnd failure={failure} isPending={isPending} label="Save">
          <Button variant="subtle" color="gray" loading={close.isPending} onClick={() => close.mutate()}>
            {program.active ? 'Close the program' : 'Open it again'}
          </Button>
        </FormEnd>
      </form>
      <StandardPanel programId={program.id} />
      <Panel title="Status under Part 2 so far">
        <Stack gap={6}>
          {program.part2History.map(({ part2, basis, validFrom, validTo }) => (
            <Group key={validFrom} gap="xs" align="baseline" wrap="nowrap">
              <Text size="sm" fw={600} style={{ flex: 'none' }}>
                {part2 ? 'Protected' : 'Not under Part 2'}
              </Text>
              <Text size="xs" c="dimmed">
                from {day(validFrom)}
                {validTo ? ` to ${day(validTo)}` : ''}: {basis}
              </Text>
            </Group>
          ))}
        </Stack>
      </Panel>
      <Panel title="Record another status" says="From a day on. Records made before keep the protection they were made under.">
        <StatusForm program={program} onDone={onDone} />
      </Panel>
    </Stack>
  );
}
