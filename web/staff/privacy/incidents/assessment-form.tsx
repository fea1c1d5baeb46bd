import { Group, Select, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { Assessment, Incident } from '#server/privacy/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { withoutBlanks } from '../../../ui/form/blanks.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { conclusionWords, exceptionWords } from './incident-words.ts';

const factors = [
  {
    text: 'natureOfRecords',
    risk: 'natureRisk',
    label: '1. Nature and extent of the records',
    hint: 'Which identifiers, which clinical facts, how likely somebody can be recognised',
  },
  { text: 'unauthorizedPerson', risk: 'personRisk', label: '2. Who used or received them', hint: 'Somebody bound to secrecy, or a stranger' },
  { text: 'acquiredOrViewed', risk: 'viewedRisk', label: '3. Whether they were acquired or viewed', hint: 'In fact, not only possibly' },
  { text: 'mitigation', risk: 'mitigationRisk', label: '4. How far the risk was mitigated', hint: 'Returned, destroyed, assured in writing' },
] as const;

const risks = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
];

const blank = {
  natureOfRecords: '',
  natureRisk: 'medium',
  unauthorizedPerson: '',
  personRisk: 'medium',
  acquiredOrViewed: '',
  viewedRisk: 'medium',
  mitigation: '',
  mitigationRisk: 'medium',
  exception: '',
  conclusion: 'breach',
  rationale: '',
};

/** The four factors of 45 CFR 164.402(2) and what follows from them. */
export function AssessmentForm({ incidentId, onDone }: { readonly incidentId: string; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: Assessment,
    initial: blank,
    prepare: (values) => withoutBlanks({ ...values, exception: values.conclusion === 'exception' ? values.exception : '' }),
    send: (body: z.input<typeof Assessment>) => api.post(`/incidents/${incidentId}/assessments`, Incident, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      onDone();
    },
    keepAs: `assessment-${incidentId}`,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {factors.map(({ text, risk, label, hint }) => (
          <Group key={text} align="end" gap="sm" wrap="nowrap">
            <Textarea label={label} description={hint} required autosize minRows={2} flex={1} {...form.getInputProps(text)} />
            <Select label="Risk" aria-label={`Risk, ${label}`} data={risks} allowDeselect={false} w={110} {...form.getInputProps(risk)} />
          </Group>
        ))}
        <Select
          label="Conclusion"
          allowDeselect={false}
          data={Object.entries(conclusionWords).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('conclusion')}
        />
        {form.values.conclusion === 'exception' && <Select label="Exception" required data={[...exceptionWords]} {...form.getInputProps('exception')} />}
        <Textarea label="Why" required autosize minRows={2} {...form.getInputProps('rationale')} />
        <FormEnd failure={failure} isPending={isPending} label="Keep the assessment" onCancel={onDone} />
      </Stack>
    </form>
  );
}
