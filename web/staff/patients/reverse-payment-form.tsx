import { Stack, Text, Textarea } from '@mantine/core';
import { Posted, ReversePosting, type LedgerReply } from '#server/billing/ledger/ledger.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { day, money } from '../../ui/format/words.ts';
import { useRefreshPatient } from './patient-queries.ts';

interface ReversePaymentProps {
  readonly posting: LedgerReply['items'][number];
  readonly patientId: string;
  readonly onDone: () => void;
}

/** Takes a payment of the desk back by a contra posting; the first one stays in sight. */
export function ReversePaymentForm({ posting, patientId, onDone }: ReversePaymentProps) {
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: ReversePosting,
    initial: { reason: '' },
    send: (body) => api.post(`/postings/${posting.id}/reversal`, Posted, body),
    onSent: () => {
      tell('The payment is taken back.');
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          {money(posting.paidCents)} of {day(posting.effectiveOn)}. The patient will owe it again.
        </Text>
        <Textarea label="Why is it taken back?" required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Take it back" onCancel={onDone} />
      </Stack>
    </form>
  );
}
