import { Select, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { OpenReview, ReviewReply } from '#server/reviews/charts/reviews.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { PatientField } from '../patients/patient-field.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { reviewQueries } from './review-queries.ts';

/** Opens a review of one chart, chosen by hand. */
export function OpenForm({ onDone }: { readonly onDone: () => void }) {
  const checklists = useQuery(reviewQueries.checklists);
  const programs = useMyPrograms();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, isPending, failure } = useContractForm({
    contract: OpenReview,
    initial: { patientId: '', programId: programs[0]?.value ?? '', checklist: 'chart-audit' },
    send: (body) => api.post('/chart-reviews', ReviewReply, body),
    onSent: ({ id }) => {
      void queries.invalidateQueries({ queryKey: reviewQueries.all.queryKey });
      onDone();
      void navigate({ to: `/reviews/${id}` });
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <PatientField
          label="Whose chart"
          required
          {...form.getInputProps('patientId')}
          value={form.values.patientId || null}
          onChange={(id) => form.setFieldValue('patientId', id ?? '')}
        />
        <Select label="As far as this program keeps it" required allowDeselect={false} data={programs} {...form.getInputProps('programId')} />
        <Select
          label="Checklist"
          required
          allowDeselect={false}
          data={(checklists.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('checklist')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Open" onCancel={onDone} />
      </Stack>
    </form>
  );
}
