import { NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { Authorization, ChangeAuthorization, NewAuthorization } from '#server/billing/authorizations/authorizations.contract.ts';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { usePayers } from '../patients/payer-choices.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { useMyPrograms } from '../programs/program-queries.ts';

const states = [
  { code: 'requested', says: 'Asked for' },
  { code: 'approved', says: 'Approved' },
  { code: 'denied', says: 'Denied' },
];
const counted = [
  { code: 'days', says: 'Days' },
  { code: 'visits', says: 'Visits' },
  { code: 'units', says: 'Units of 15 minutes' },
];

interface AuthorizationFormProps {
  readonly patientId: string;
  /** The one that changes; none for a new one. */
  readonly authorization?: z.infer<typeof Authorization>;
  readonly onDone: () => void;
}

/** What a payer was asked for, or answered. */
export function AuthorizationForm({ patientId, authorization: before, onDone }: AuthorizationFormProps) {
  const { organisation } = useMe();
  const programs = useMyPrograms();
  const payers = usePayers();
  const refresh = useRefreshPatient(patientId);
  const day = today(organisation.timeZone);
  const facts = before ?? { state: 'requested', number: '', counts: 'days', allowed: 10, validFrom: day, validThrough: day, ownerId: '', note: '' };
  const { form, submit, isPending, failure } = useContractForm({
    contract: (before ? ChangeAuthorization : NewAuthorization) as z.ZodType<object>,
    initial: {
      programId: '',
      payerId: '',
      ...facts,
      id: before?.id ?? crypto.randomUUID(),
      number: facts.number ?? '',
      ownerId: facts.ownerId ?? '',
      version: before?.version ?? 0,
    },
    send: (body) => (before ? api.put(`/authorizations/${before.id}`, Authorization, body) : api.post(`/patients/${patientId}/authorizations`, Authorization, body)),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  const staff = useQuery({ queryKey: ['directory', ''], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {!before && (
          <>
            <ChoiceField label="Program" required choices={programs.map(({ value, label }) => ({ code: value, says: label }))} {...form.getInputProps('programId')} />
            <ChoiceField label="Payer" required choices={payers} {...form.getInputProps('payerId')} />
          </>
        )}
        <SimpleGrid cols={2} spacing="sm">
          <ChoiceField label="Standing" required choices={states} {...form.getInputProps('state')} />
          <TextInput label="Number" {...form.getInputProps('number')} />
          <NumberInput label="How many" required min={1} allowDecimal={false} {...form.getInputProps('allowed')} />
          <ChoiceField label="Of what" required choices={counted} {...form.getInputProps('counts')} />
          <DayField label="From" required {...form.getInputProps('validFrom')} />
          <DayField label="Through" required {...form.getInputProps('validThrough')} />
        </SimpleGrid>
        <Select
          label="Who sees to the next one"
          searchable
          clearable
          data={(staff.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          {...form.getInputProps('ownerId')}
          value={form.values.ownerId || null}
          onChange={(id) => form.setFieldValue('ownerId', id ?? '')}
        />
        <TextInput label="Note" {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label={before ? 'Save' : 'Note it'} onCancel={onDone} />
      </Stack>
    </form>
  );
}
