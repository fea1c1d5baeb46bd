import { Select, Stack, Text, Textarea } from '@mantine/core';
import { NewRiskEntry } from '#server/assessments/risk/risk.contract.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { useRiskEntry, type RiskFormProps } from './use-risk-entry.ts';

const exits = [
  { value: 'risk-resolved', label: 'The risk has resolved' },
  { value: 'not-at-risk', label: 'Not at risk after assessment' },
  { value: 'transferred', label: 'Transferred to another level of care' },
  { value: 'discharged', label: 'Discharged' },
  { value: 'died', label: 'Died' },
];

/** The only way out of the pathway: its reason, and everything owed done before. */
export function CloseForm(props: RiskFormProps) {
  const { send, onSent } = useRiskEntry(props);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewRiskEntry,
    initial: { kind: 'closed', exit: 'risk-resolved', reason: '' },
    prepare: (values) => values,
    send,
    onSent,
    keepAs: `exit:${props.riskCase.id}`,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">The pathway ends once there is a formulation, a safety plan or the reason why there is none, and no missed visit without follow-up.</Text>
        <Select label="How it ends" data={exits} allowDeselect={false} {...form.getInputProps('exit')} />
        <Textarea label="Why" required autosize minRows={3} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="End the pathway" onCancel={props.onDone} />
      </Stack>
    </form>
  );
}
