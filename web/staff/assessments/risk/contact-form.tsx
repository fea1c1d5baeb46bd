import { Group, Select, Stack, Textarea } from '@mantine/core';
import { NewRiskEntry } from '#server/assessments/risk/risk.contract.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { useRiskEntry, type RiskFormProps } from './use-risk-entry.ts';

const channels = [
  { value: 'phone', label: 'Telephone' },
  { value: 'in-person', label: 'In person' },
  { value: 'video', label: 'Video' },
  { value: 'message', label: 'Message' },
];
const outcomes = [
  { value: 'reached', label: 'Reached' },
  { value: 'not-reached', label: 'Not reached' },
  { value: 'welfare-check', label: 'Welfare check asked for' },
];

/** A contact between visits. An attempt that reached nobody is kept, and meets no duty. */
export function ContactForm(props: RiskFormProps) {
  const { send, onSent } = useRiskEntry(props);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewRiskEntry,
    initial: { kind: 'contact', channel: 'phone', outcome: 'reached', note: '' },
    send,
    onSent,
    keepAs: `contact:${props.riskCase.id}`,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group grow>
          <Select label="How" data={channels} allowDeselect={false} {...form.getInputProps('channel')} />
          <Select
            label="Outcome"
            description="An attempt that reached nobody is kept; the contact stays owed."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={outcomes}
            allowDeselect={false}
            {...form.getInputProps('outcome')}
          />
        </Group>
        <Textarea label="What was said and agreed" required autosize minRows={3} {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label="Keep the contact" onCancel={props.onDone} />
      </Stack>
    </form>
  );
}
