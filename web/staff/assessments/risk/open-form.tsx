import { Select, Stack, Textarea } from '@mantine/core';
import { OpenRiskBody, RiskCaseReply } from '#server/assessments/risk/risk.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { useRefreshPatient } from '../../patients/patient-queries.ts';
import { useMyPrograms } from '../../programs/program-queries.ts';

const levels = [
  { value: 'emergency', label: 'Emergency: formulation within an hour' },
  { value: 'urgent', label: 'Urgent: formulation the same day' },
  { value: 'high', label: 'High: formulation within three days' },
];

/** Puts somebody on the pathway on what was seen or heard, without an instrument. */
export function OpenForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: OpenRiskBody,
    initial: { programId: '', level: 'urgent', says: '' },
    prepare: (values) => ({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post(`/patients/${patientId}/risk`, RiskCaseReply, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="What you saw or heard" required autosize minRows={2} {...form.getInputProps('says')} />
        <Select label="How pressing" data={levels} allowDeselect={false} {...form.getInputProps('level')} />
        {programs.length > 1 && (
          <Select
            label="Program"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        <FormEnd failure={failure} isPending={isPending} label="Open the pathway" onCancel={onDone} />
      </Stack>
    </form>
  );
}
