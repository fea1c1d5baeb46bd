import { Button, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NewMember, type CareTeam } from '#server/teams/care-teams/care-teams.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { requestId } from '../patients/request-id.ts';
import { ProgramField, useProgramsFor } from '../programs/program-field.tsx';
import { teamQueries } from './team-queries.ts';
import { partWords } from './team-words.ts';

const partChoices = Object.entries(partWords).map(([value, label]) => ({ value, label }));

function JoinForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useProgramsFor(patientId);
  const refresh = useRefreshPatient(patientId);
  const [id] = useState(requestId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewMember,
    initial: { id, programId: '', staffId: '', part: 'therapist' },
    prepare: (values) => ({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post(`/patients/${patientId}/care-team`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  const colleagues = useQuery(teamQueries.colleagues(form.values.programId || (programs[0]?.value ?? '')));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProgramField programs={programs} {...form.getInputProps('programId')} />
        <Select
          label="Colleague"
          required
          searchable
          data={(colleagues.data?.items ?? []).map(({ id: value, displayName, credential }) => ({
            value,
            label: credential ? `${displayName}, ${credential}` : displayName,
          }))}
          {...form.getInputProps('staffId')}
          value={form.values.staffId || null}
          onChange={(staffId) => form.setFieldValue('staffId', staffId ?? '')}
        />
        <NativeSelect label="Part" data={partChoices} {...form.getInputProps('part')} />
        <FormEnd failure={failure} isPending={isPending} label="Take into the team" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Members({ team, patientId }: { readonly team: CareTeam; readonly patientId: string }) {
  const mayWrite = useMay()('team.write');
  const refresh = useRefreshPatient(patientId);
  const ending = useMutation({
    mutationFn: (membershipId: string) => api.post(`/care-team-memberships/${membershipId}/end`, undefined),
    onSuccess: refresh,
    onError: tellProblem,
  });
  return (
    <Stack gap={8}>
      {team.items.map(({ membershipId, staffId, programId, name, credential, part, leads, programName, since }) => (
        <Group key={`${staffId}${programId}${part}`} justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm" fw={leads ? 600 : 500}>
              {name}
              {credential ? `, ${credential}` : ''}
            </Text>
            <Text size="xs" c="dimmed">
              {leads ? 'Primary clinician, leads' : (partWords[part] ?? part)} in {programName} since {day(since)}
            </Text>
          </div>
          {mayWrite && membershipId && (
            <Button
              size="compact-xs"
              variant="default"
              flex="none"
              aria-label={`End: ${name}`}
              loading={ending.isPending && ending.variables === membershipId}
              onClick={() => ending.mutate(membershipId)}
            >
              End
            </Button>
          )}
        </Group>
      ))}
      {team.past.length > 0 && (
        <Text size="xs" c="dimmed">
          Before: {team.past.map(({ name, part, since, endedOn }) => `${name} (${(partWords[part] ?? part).toLowerCase()}, ${day(since)} to ${day(endedOn)})`).join('; ')}
        </Text>
      )}
    </Stack>
  );
}

/** Who looks after this person, with parts and dates; the primary clinician of each stay leads. */
export function CareTeamPanel({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('team.write');
  const team = useQuery(teamQueries.careTeam(patientId));
  const [isJoining, { open, close }] = useDisclosure();
  return (
    <Panel
      title="Care team"
      actions={
        mayWrite && (
          <Button size="compact-xs" variant="default" onClick={open}>
            Add
          </Button>
        )
      }
    >
      <Loaded query={team} empty="Nobody is named yet. The primary clinician of a stay leads the team." isEmpty={({ items, past }) => items.length + past.length === 0}>
        {(data) => <Members team={data} patientId={patientId} />}
      </Loaded>
      <Dialog title="Take somebody into the care team" opened={isJoining} onClose={close}>
        <JoinForm patientId={patientId} onDone={close} />
      </Dialog>
    </Panel>
  );
}
