import { Badge, Button, Checkbox, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { NewRole, RoleChanges, type Role } from '#server/identity/roles/roles.contract.ts';
import { api } from '../../ui/api/api.ts';
import { filledFrom } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { administrationQueries } from './choices.ts';

type RoleReply = z.infer<typeof Role>;

interface RoleFormProps {
  readonly role: RoleReply | undefined;
  readonly permissions: readonly { code: string; says: string }[];
  readonly onDone: () => void;
}

function RoleForm({ role, permissions, onDone }: RoleFormProps) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: (role ? RoleChanges : NewRole) as z.ZodType<object, object>,
    initial: filledFrom({ code: '', name: '', isClinical: false, mfaRequired: true, permissions: [] as string[] }, role),
    prepare: ({ code, ...rest }) => (role ? rest : { code, ...rest }),
    send: (body) => (role ? api.patch(`/roles/${role.code}`, undefined, body) : api.post('/roles', undefined, body)),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['roles'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required {...form.getInputProps('name')} />
        {!role && <TextInput label="Code" description="Small letters and hyphens; never changes" required {...form.getInputProps('code')} />}
        <Switch label="Clinical: always needs a second factor" {...form.getInputProps('isClinical', { type: 'checkbox' })} />
        <Switch label="Needs a second factor" {...form.getInputProps('mfaRequired', { type: 'checkbox' })} />
        <Checkbox.Group label="May" {...form.getInputProps('permissions')}>
          <Stack gap={6} mt={6}>
            {permissions.map(({ code, says }) => (
              <Checkbox key={code} value={code} label={says} description={code} />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormEnd failure={failure} isPending={isPending} label={role ? 'Save' : 'Make the role'} onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Roles as data: who may do what. */
export function RolesSection() {
  const may = useMay();
  const roles = useQuery(administrationQueries.roles);
  const [doing, setDoing] = useState<RoleReply | 'add' | null>(null);
  const close = () => setDoing(null);
  const mayWrite = may('organisation.write');
  return (
    <Panel
      title="Roles"
      flush
      actions={
        mayWrite && (
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Make a role
          </Button>
        )
      }
    >
      <Loaded query={roles}>
        {({ items }) => (
          <Lines
            label="Roles"
            rows={items}
            columns={[
              { label: 'Role', cell: ({ name }) => name },
              { label: 'People', cell: ({ staffCount }) => staffCount, align: 'right' },
              {
                label: 'Second factor',
                cell: ({ mfaRequired }) =>
                  mfaRequired ? (
                    <Badge size="sm" variant="light">
                      needed
                    </Badge>
                  ) : (
                    <Text size="xs" c="dimmed">
                      not needed
                    </Text>
                  ),
              },
              {
                label: 'May',
                cell: ({ permissions }) => (
                  <Text size="xs" c="dimmed">
                    {permissions.join(', ')}
                  </Text>
                ),
                wide: true,
              },
            ]}
            keyOf={({ code }) => code}
            {...(mayWrite ? { onOpen: setDoing } : {})}
          />
        )}
      </Loaded>
      <Dialog title={doing === 'add' ? 'Make a role' : (doing?.name ?? '')} opened={doing !== null} onClose={close}>
        {doing && <RoleForm role={doing === 'add' ? undefined : doing} permissions={roles.data?.permissions ?? []} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
