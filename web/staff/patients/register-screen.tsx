import { Alert, Button, Grid, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RegisteredPatient, RegisterPatient } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { AboutFields, NameFields, ReachFields } from './demographic-fields.tsx';
import { Duplicates, useDuplicates } from './duplicates.tsx';
import { emptyRegistration, undecided, type Registration } from './registration.ts';

function useRegistration(differentFrom: readonly string[]) {
  const me = useMe();
  const navigate = useNavigate();
  const [only] = me.programIds;
  return useContractForm({
    contract: RegisterPatient,
    initial: { ...emptyRegistration, programId: me.programIds.length === 1 && only ? only : '' },
    keepAs: 'registration',
    prepare: (values: Registration) => {
      const given = withoutBlanks(values);
      return { ...given, ...(values.phone ? {} : { phoneKind: undefined }), differentFrom };
    },
    send: (body) => api.post('/patients', RegisteredPatient, body),
    onSent: ({ id, mrn }) => {
      notifications.show({ message: `Registered as ${mrn}.` });
      void navigate({ to: `/patients/${id}/coverage` });
    },
  });
}

/** A new person at one of one's own programs. Who may already be on record is shown beside it while one types. */
export function RegisterScreen() {
  const [differentFrom, setDifferentFrom] = useState<readonly string[]>([]);
  const { form, submit, isPending, failure, putAside } = useRegistration(differentFrom);
  const programs = useMyPrograms();
  const found = useDuplicates(form.values);
  const open = undecided(found.data?.items ?? [], differentFrom);
  return (
    <Page
      title="Register a patient"
      actions={
        form.isDirty() && (
          <Button variant="subtle" color="gray" onClick={putAside}>
            Start over
          </Button>
        )
      }
    >
      <form onSubmit={submit} noValidate>
        <Grid gap="md">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="md">
              <Panel title="Who">
                <Stack gap="sm">
                  <NameFields form={form} />
                  <Select
                    label="Program"
                    required
                    data={programs}
                    {...form.getInputProps('programId')}
                    value={form.values.programId || null}
                    onChange={(id) => form.setFieldValue('programId', id ?? '')}
                  />
                </Stack>
              </Panel>
              <Panel title="How to reach them">
                <Stack gap="sm">
                  <ReachFields form={form} />
                </Stack>
              </Panel>
              <Panel title="About them" says="Ask, do not guess. All of it can be filled in later.">
                <Stack gap="sm">
                  <AboutFields form={form} />
                </Stack>
              </Panel>
              <FormEnd failure={failure} isPending={isPending} label="Register">
                {open.length > 0 && (
                  <Alert color="orange" p="xs">
                    Look at {open.length === 1 ? 'the person' : `the ${open.length} people`} who may be the same first.
                  </Alert>
                )}
              </FormEnd>
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: -1, lg: 1 }}>
            <Panel title="Already on record?">
              <Duplicates found={found} differentFrom={differentFrom} onDifferent={(id) => setDifferentFrom([...differentFrom, id])} />
            </Panel>
          </Grid.Col>
        </Grid>
      </form>
    </Page>
  );
}
