import { Checkbox, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { OpenedEmergency, Statement } from '#server/privacy/break-glass/break-glass.contract.ts';
import { PolicyInForce } from '#server/privacy/oversight-policy/policy.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { useMe } from '../../identity/session.ts';
import { knowEmergencies } from './emergency-state.ts';

/** The moment as a field of date and time shows it, in the reader's own time. */
function localMoment(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The five facts of 42 CFR 2.51(c), filled in as far as they are known: for most emergencies only one is left to write. */
export function EmergencyForm({ patientId, onCancel }: { readonly patientId: string; readonly onCancel?: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const policy = useQuery({ queryKey: ['oversight-policy'], queryFn: () => api.get('/oversight-policy', PolicyInForce) });
  const [openedAt] = useState(() => localMoment(new Date()));
  const name = me.staff.displayName;
  const { form, submit, isPending, failure } = useContractForm({
    contract: Statement,
    initial: {
      recipientName: name,
      recipientAffiliation: me.organisation.name,
      discloserName: name,
      disclosedAt: openedAt,
      nature: '',
      basis: 'medical-emergency' as const,
      consentCannotBeHad: false,
      toOutside: false,
    },
    prepare: (values) => ({ ...values, disclosedAt: values.disclosedAt ? new Date(values.disclosedAt).toISOString() : '' }),
    send: (body: z.input<typeof Statement>) => api.post(`/patients/${patientId}/emergencies`, OpenedEmergency, body),
    onSent: (opened) => {
      knowEmergencies([opened.patientId]);
      queries.removeQueries({ queryKey: ['patient', opened.patientId] });
      void queries.invalidateQueries({ queryKey: ['emergencies'] });
      void navigate({ to: '/patients/$patientId', params: { patientId: opened.patientId } });
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          The chart opens for {policy.data?.emergencyMinutes ?? 60} minutes. What you write here goes into the patient's record, and the privacy officer reviews it.
        </Text>
        <Textarea label="Nature of the emergency" required autosize minRows={2} data-autofocus {...form.getInputProps('nature')} />
        <Checkbox
          label="The patient's consent cannot be had in time"
          required
          styles={{ error: { color: 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))' } }}
          {...form.getInputProps('consentCannotBeHad', { type: 'checkbox' })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Who receives the records" required autoComplete="off" {...form.getInputProps('recipientName')} />
          <TextInput label="Their facility" required autoComplete="off" {...form.getInputProps('recipientAffiliation')} />
          <TextInput label="Who discloses" required autoComplete="off" {...form.getInputProps('discloserName')} />
          <TextInput label="Date and time" type="datetime-local" required {...form.getInputProps('disclosedAt')} />
        </SimpleGrid>
        <Checkbox label="I pass this on to medical personnel of another organisation" {...form.getInputProps('toOutside', { type: 'checkbox' })} />
        <Radio.Group label="Ground" {...form.getInputProps('basis')}>
          <Stack gap={6} mt={4}>
            <Radio value="medical-emergency" label="Medical emergency" />
            <Radio value="declared-disaster" label="The program is closed by a declared disaster" />
          </Stack>
        </Radio.Group>
        <FormEnd failure={failure} isPending={isPending} label="Open the chart" {...(onCancel ? { onCancel } : {})} />
      </Stack>
    </form>
  );
}
