import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NewTask } from '#server/teams/tasks/tasks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { PatientField } from '../patients/patient-field.tsx';
import { requestId } from '../patients/request-id.ts';
import { ProgramField } from '../programs/program-field.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { teamQueries } from './team-queries.ts';

const [ofStaff, ofRole] = ['staff:', 'role:'];

/** Gives a task: what, by when, for whom. About this patient, one that is chosen, or none. */
export function TaskForm({
  patientId,
  programs,
  onDone,
}: {
  readonly patientId?: string;
  readonly programs: { value: string; label: string }[];
  readonly onDone: () => void;
}) {
  const me = useMe();
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewTask,
    initial: { id, programId: '', patientId: patientId ?? '', title: '', details: '', dueOn: today(me.organisation.timeZone), who: `${ofStaff}${me.staff.id}` },
    prepare: ({ who, patientId: about, programId, ...values }) => ({
      ...values,
      programId: programId || (programs[0]?.value ?? ''),
      ...(about ? { patientId: about } : {}),
      ...(who.startsWith(ofRole) ? { forRole: who.slice(ofRole.length) } : { forStaffId: who.slice(ofStaff.length) }),
    }),
    send: (body) => api.post('/tasks', undefined, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['home'] });
      onDone();
    },
  });
  const colleagues = useQuery(teamQueries.colleagues(form.values.programId || (programs[0]?.value ?? '')));
  const roles = useQuery(teamQueries.roles);
  const people = (colleagues.data?.items ?? []).map(({ id: staffId, displayName }) => ({
    value: `${ofStaff}${staffId}`,
    label: staffId === me.staff.id ? `${displayName} (me)` : displayName,
  }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="What is to be done" required data-autofocus {...form.getInputProps('title')} />
        {patientId === undefined && (
          <PatientField
            label="About a patient"
            description="May be left empty"
            clearable
            {...form.getInputProps('patientId')}
            value={form.values.patientId || null}
            onChange={(about) => form.setFieldValue('patientId', about ?? '')}
          />
        )}
        <ProgramField programs={programs} {...form.getInputProps('programId')} />
        <Select
          label="For"
          required
          searchable
          allowDeselect={false}
          data={[
            { group: 'A colleague', items: people },
            { group: 'Everybody of the program who is', items: (roles.data?.items ?? []).map(({ code, name }) => ({ value: `${ofRole}${code}`, label: name })) },
          ]}
          value={form.values.who}
          onChange={(who) => form.setFieldValue('who', who ?? '')}
          error={form.errors['forStaffId'] ?? form.errors['forRole']}
        />
        <DayField label="By" required {...form.getInputProps('dueOn')} />
        <Textarea label="Details" autosize minRows={2} {...form.getInputProps('details')} />
        <FormEnd failure={failure} isPending={isPending} label="Give the task" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** The form for a task about no patient in particular, or one that is chosen in it. */
export function AnyTaskForm({ onDone }: { readonly onDone: () => void }) {
  return <TaskForm programs={useMyPrograms()} onDone={onDone} />;
}
