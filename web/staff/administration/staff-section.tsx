import { Badge, Button, Group, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MadeStaff, NewStaff, StaffList, type StaffSummaryReply } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { day, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useProgramChoices, useRoleChoices } from './choices.ts';

function NewStaffForm({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const roles = useRoleChoices();
  const programs = useProgramChoices();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewStaff,
    initial: { givenName: '', familyName: '', email: '', phone: '', npi: '', taxonomy: '', roles: [] as string[], programIds: [] as string[] },
    send: (body) => api.post('/staff', MadeStaff, body),
    onSent: () => {
      tell('Added. A link to choose a password is on its way by mail.');
      void queries.invalidateQueries({ queryKey: ['staff'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Given name" required {...form.getInputProps('givenName')} />
          <TextInput label="Family name" required {...form.getInputProps('familyName')} />
          <TextInput label="Email" type="email" required {...form.getInputProps('email')} />
          <PhoneField label="Phone" {...form.getInputProps('phone')} />
          <TextInput label="NPI" {...form.getInputProps('npi')} />
          <TextInput label="Taxonomy code" placeholder="101YM0800X" {...form.getInputProps('taxonomy')} />
        </SimpleGrid>
        <MultiSelect label="Roles" required data={roles} {...form.getInputProps('roles')} />
        <MultiSelect label="Programs" description="Decides whose records they reach, from today on" data={programs} {...form.getInputProps('programIds')} />
        <FormEnd failure={failure} isPending={isPending} label="Add" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** The staff list, searched and filtered; each person opens with roles, credentials and programs. */
export function StaffSection() {
  const may = useMay();
  const roles = useRoleChoices();
  const [text, setText] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [q] = useDebouncedValue(text.trim(), 150);
  const query = { q, role: role ?? undefined };
  const staff = useQuery({ queryKey: ['staff', query], queryFn: () => api.get('/staff', StaffList, query), placeholderData: keepPreviousData });
  const roleWords = (codes: readonly string[]) => codes.map((code) => roles.find(({ value }) => value === code)?.label ?? code).join(', ');
  const columns: Column<StaffSummaryReply>[] = [
    { label: 'Name', cell: ({ displayName, credential }) => [displayName, credential].filter(Boolean).join(', ') },
    { label: 'Roles', cell: (person) => roleWords(person.roles) },
    { label: 'Programs', cell: ({ programIds }) => programIds.length, align: 'right', wide: true },
    { label: 'Second factor', cell: ({ hasSecondFactor }) => (hasSecondFactor ? 'yes' : 'none'), wide: true },
    { label: 'Last signed in', cell: ({ lastSignInAt }) => (lastSignInAt ? moment(lastSignInAt) : 'never') },
    { label: 'Credential ends', cell: ({ credentialEnds }) => (credentialEnds ? day(credentialEnds) : ''), wide: true },
    {
      label: 'Standing',
      cell: ({ active }) =>
        active ? null : (
          <Badge size="sm" color="gray" variant="light">
            left
          </Badge>
        ),
    },
  ];
  return (
    <Stack gap="sm">
      <Group gap="sm" justify="space-between">
        <Group gap="sm">
          <TextInput aria-label="Find by name or email" placeholder="Name or email" value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Select aria-label="Role" placeholder="All roles" clearable data={roles} value={role} onChange={setRole} />
        </Group>
        {may('staff.write') && <Button onClick={() => setAdding(true)}>Add somebody</Button>}
      </Group>
      <Panel title={staff.data ? `Staff (${staff.data.items.length})` : 'Staff'} flush>
        {staff.isPending && <Waiting />}
        {staff.isError && <Failed error={staff.error} retry={() => void staff.refetch()} />}
        {staff.data?.items.length === 0 && <Empty>Nobody fits.</Empty>}
        {staff.data && staff.data.items.length > 0 && (
          <Lines
            label="Staff"
            rows={staff.data.items}
            columns={columns}
            keyOf={({ id }) => id}
            to={({ id }) => `/administration/staff/${id}`}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Panel>
      <Dialog title="Add somebody" opened={adding} onClose={() => setAdding(false)}>
        <NewStaffForm onDone={() => setAdding(false)} />
      </Dialog>
    </Stack>
  );
}
