import { Radio, Stack, Textarea } from '@mantine/core';
import { AnswerRestriction, type RestrictionLine } from '#server/privacy/restrictions/restrictions.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';

interface AnswerFormProps {
  readonly restriction: RestrictionLine;
  readonly onDone: () => void;
}

/** Our answer to what a patient asked: yes, or no with the reason. Paid in full, only yes. */
export function AnswerForm({ restriction, onDone }: AnswerFormProps) {
  const isSelfPay = restriction.kind === 'self-pay';
  const { form, submit, isPending, failure } = useContractForm({
    contract: AnswerRestriction,
    initial: { answer: 'yes', reason: '', paidOn: '' },
    prepare: ({ answer, reason, paidOn }) => ({ agreed: answer === 'yes', reason: reason.trim() || null, paidOn: (answer === 'yes' && paidOn) || null }),
    send: (body) => api.post(`/restrictions/${restriction.id}/answer`, undefined, body),
    onSent: () => {
      tell('Answered.');
      onDone();
    },
  });
  const isYes = form.values.answer === 'yes';
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Radio.Group label="Our answer" {...form.getInputProps('answer')}>
          <Stack gap={6} mt={6}>
            <Radio value="yes" label={isSelfPay ? 'It is paid in full: agreed' : 'Agreed'} />
            <Radio value="no" label={isSelfPay ? 'It was not paid in full' : 'Refused'} />
          </Stack>
        </Radio.Group>
        {isSelfPay && isYes && <DayField label="Paid in full on" required {...form.getInputProps('paidOn')} />}
        {!isYes && <Textarea label="Why" description="In words the patient can be given" required autosize minRows={2} {...form.getInputProps('reason')} />}
        <FormEnd failure={failure} isPending={isPending} label="Answer" />
      </Stack>
    </form>
  );
}
