import { Stack, Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import { WithdrawResult } from '#server/observations/results/results.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';

interface WithdrawFormProps {
  readonly patientId: string;
  /** What is withdrawn: `/vitals/…` or `/results/…`, as it is on the screen. */
  readonly path: string;
  readonly version: number;
  readonly says: string;
  readonly onDone: () => void;
}

/** Marks what was measured or found as entered in error. */
export function WithdrawForm({ patientId, path, version, says, onDone }: WithdrawFormProps) {
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: WithdrawResult,
    initial: { reason: '' },
    prepare: (values) => ({ ...values, version }),
    send: (body) => api.post(`${path}/withdrawal`, z.object({ id: z.string() }), body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{says}</Text>
        <Textarea label="Why" required autosize minRows={2} placeholder="Of another patient" {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Entered in error" onCancel={onDone} />
      </Stack>
    </form>
  );
}
