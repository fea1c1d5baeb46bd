import { Badge, Checkbox, Stack, Switch, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { NewSharing, SharingList, type Sharing } from '#server/privacy/need-to-know/need-to-know.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

type Roles = z.infer<typeof SharingList>['roles'];

const namesOf = (codes: readonly string[], roles: Roles) => codes.map((code) => roles.find((role) => role.code === code)?.name ?? code).join(', ');

function columnsFor(roles: Roles): readonly Column<Sharing>[] {
  return [
    { label: 'Program', cell: ({ programName }) => programName },
    {
      label: 'Charts are for',
      cell: ({ careTeamOnly }) => (
        <Badge variant="light" color={careTeamOnly ? 'tide' : 'gray'}>
          {careTeamOnly ? 'those who treat' : 'all who work there'}
        </Badge>
      ),
    },
    { label: 'And for these roles', cell: ({ careTeamOnly, wholeProgramRoles }) => (careTeamOnly ? namesOf(wholeProgramRoles, roles) || 'none' : '') },
    { label: 'Since', cell: ({ since }) => (since ? moment(since) : '') },
  ];
}

/** Roles that by their work meet everybody: offered as chosen when a program is narrowed for the first time. */
const meetsEverybody = ['nurse', 'prescriber', 'clinical-director', 'privacy-officer', 'biller', 'front-desk'];

function SharingForm({ program, roles, onDone }: { readonly program: Sharing; readonly roles: Roles; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const usual = roles.map(({ code }) => code).filter((code) => meetsEverybody.includes(code));
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewSharing,
    initial: { careTeamOnly: program.careTeamOnly, wholeProgramRoles: program.careTeamOnly ? program.wholeProgramRoles : usual, reason: program.reason },
    prepare: (values) => values,
    send: (body: z.input<typeof NewSharing>) => api.put(`/need-to-know/${program.programId}`, SharingList, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['need-to-know'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Switch
          label="Only those with a part in the care read charts"
          description="Primary clinician, care team, appointments of the last and the next weeks, leaders of a group, and their supervisors. Schedules, stays and how to reach the person stay open to the program."
          {...form.getInputProps('careTeamOnly', { type: 'checkbox' })}
        />
        {form.values.careTeamOnly && (
          <Checkbox.Group label="Roles that need the charts of all" {...form.getInputProps('wholeProgramRoles')}>
            <Stack gap={6} mt={6}>
              {roles.map(({ code, name }) => (
                <Checkbox key={code} value={code} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Textarea label="Who decided this, and why" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Decide" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** How far each program shares its charts with its own staff. */
export function SharingPanel() {
  const [chosen, setChosen] = useState<Sharing | null>(null);
  const sharing = useQuery({ queryKey: ['need-to-know'], queryFn: () => api.get('/need-to-know', SharingList) });
  const close = () => setChosen(null);
  return (
    <Panel title="Who reads charts inside a program" flush says="Enforced by the database for notes, plans, assessments, medications, results and documents.">
      <Loaded query={sharing} empty="No program has been set up yet.">
        {({ items, roles }) => (
          <>
            <Lines label="Programs" rows={items} columns={columnsFor(roles)} keyOf={({ programId }) => programId} onOpen={setChosen} />
            <Dialog title={chosen?.programName ?? ''} opened={chosen !== null} onClose={close}>
              {chosen && <SharingForm program={chosen} roles={roles} onDone={close} />}
            </Dialog>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
