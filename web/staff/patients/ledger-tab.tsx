import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Ledger, Posted, TakePayment, type LedgerReply } from '#server/billing/ledger/ledger.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { day, money } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from './patient-queries.ts';
import { requestId } from './request-id.ts';
import { ReversePaymentForm } from './reverse-payment-form.tsx';

type Posting = LedgerReply['items'][number];
const blankZero = (cents: number) => (cents === 0 ? '' : money(cents));

const columns: readonly Column<Posting>[] = [
  { label: 'What', cell: ({ memo, kind, reversed }) => `${memo || kind.replace('-', ' ')}${reversed ? ' (taken back)' : ''}` },
  { label: 'On', cell: ({ effectiveOn }) => day(effectiveOn) },
  { label: 'Patient', cell: ({ patientCents }) => blankZero(patientCents), align: 'right' },
  { label: 'Insurance', cell: ({ insuranceCents }) => blankZero(insuranceCents), align: 'right' },
  { label: 'Paid', cell: ({ paidCents }) => blankZero(paidCents), align: 'right' },
  { label: 'Contract', cell: ({ contractualCents }) => blankZero(contractualCents), align: 'right', wide: true },
];

function PaymentForm({ patientId, owedCents, onDone }: { readonly patientId: string; readonly owedCents: number; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(patientId);
  // One number for this payment, so that sending it again after a lost answer posts it once.
  const [id] = useState(requestId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: TakePayment,
    initial: { amountCents: Math.max(owedCents, 0), method: 'card', reference: '' },
    prepare: ({ reference, ...values }) => ({ id, ...values, ...(reference ? { reference } : {}) }),
    send: (body) => api.post(`/patients/${patientId}/payments`, Posted, body),
    onSent: () => {
      tell('The payment is posted.');
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NumberInput
          label="Amount"
          required
          prefix="$"
          decimalScale={2}
          fixedDecimalScale
          hideControls
          thousandSeparator
          error={form.errors['amountCents']}
          value={form.values.amountCents / 100}
          onChange={(dollars) => form.setFieldValue('amountCents', Math.round(Number(dollars) * 100))}
          data-autofocus
        />
        <Select
          label="How"
          allowDeselect={false}
          data={[
            { value: 'card', label: 'Card' },
            { value: 'cash', label: 'Cash' },
            { value: 'check', label: 'Check' },
          ]}
          {...form.getInputProps('method')}
        />
        <TextInput label="Reference" description="Check number or card receipt" {...form.getInputProps('reference')} />
        <FormEnd failure={failure} isPending={isPending} label="Take the payment" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** What is owed and how it came to be, every posting in the open. */
export function LedgerTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const ledger = useQuery({ queryKey: ['patient', patientId, 'ledger'], queryFn: () => api.get(`/patients/${patientId}/ledger`, Ledger) });
  const [paying, setPaying] = useState(false);
  const [takingBack, setTakingBack] = useState<Posting | null>(null);
  if (ledger.isPending) return <Waiting />;
  if (ledger.isError) return <Failed error={ledger.error} retry={() => void ledger.refetch()} />;
  const { patientCents, insuranceCents, items } = ledger.data;
  const takeBack: Column<Posting> = {
    label: 'Correct',
    cell: (posting) =>
      posting.kind === 'patient-payment' &&
      !posting.reversed && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setTakingBack(posting)}>
          Take back
        </Button>
      ),
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Group gap="xl">
          <div>
            <Text size="xs" c="dimmed">
              Patient owes
            </Text>
            <Text fz={24} fw={640} lh={1.2}>
              {money(patientCents)}
            </Text>
          </div>
          <div>
            <Text size="xs" c="dimmed">
              Insurance owes
            </Text>
            <Text fz={24} fw={640} lh={1.2}>
              {money(insuranceCents)}
            </Text>
          </div>
        </Group>
        {may('payment.post') && <Button onClick={() => setPaying(true)}>Take a payment</Button>}
      </Group>
      <Panel title="Postings" flush>
        {items.length === 0 ? (
          <Empty>Nothing posted yet. A signed note makes the first charge.</Empty>
        ) : (
          <Lines
            label="Postings"
            rows={items.toReversed()}
            columns={may('payment.post') ? [...columns, takeBack] : columns}
            keyOf={({ id }) => id}
            tone={({ reversed }) => (reversed ? 'past' : undefined)}
          />
        )}
      </Panel>
      <Dialog title="Take a payment" opened={paying} onClose={() => setPaying(false)}>
        <PaymentForm patientId={patientId} owedCents={patientCents} onDone={() => setPaying(false)} />
      </Dialog>
      <Dialog title="Take a payment back" opened={takingBack !== null} onClose={() => setTakingBack(null)}>
        {takingBack && <ReversePaymentForm posting={takingBack} patientId={patientId} onDone={() => setTakingBack(null)} />}
      </Dialog>
    </Stack>
  );
}
