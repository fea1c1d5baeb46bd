import { Button, NumberInput, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FeeList, FilingIndicator, MadePayer, NewFee, NewPayer, PayerList, TraineePolicy, type PayerReply } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { day, money } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';

const filingWords: Readonly<Record<string, string>> = {
  BL: 'Blue Cross Blue Shield',
  CI: 'Commercial',
  HM: 'HMO',
  MB: 'Medicare Part B',
  MC: 'Medicaid',
  CH: 'TRICARE',
  VA: 'Veterans Affairs',
  '12': 'PPO',
  '13': 'POS',
  '14': 'EPO',
  ZZ: 'Other',
};
const traineeWords: Readonly<Record<string, string>> = {
  supervising: 'Supervisor named on the claim',
  'supervisor-renders': 'Supervisor stands as rendering',
  'not-billable': 'Not billable',
};

function PayerForm({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { organisation } = useMe();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewPayer,
    initial: {
      name: '',
      electronicId: '',
      filingIndicator: 'CI',
      rule: {
        validFrom: today(organisation.timeZone),
        filingDays: 90,
        videoModifier: '95',
        audioModifier: '93',
        credentialModifiers: false,
        traineePolicy: 'supervising',
        source: '',
      },
    },
    prepare: ({ rule, ...payer }) => ({ ...payer, rule: { ...rule, videoModifier: rule.videoModifier || null, audioModifier: rule.audioModifier || null } }),
    send: (body) => api.post('/payers', MadePayer, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['payers'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Number at the clearinghouse" required {...form.getInputProps('electronicId')} />
          <ChoiceField
            label="Kind of plan"
            required
            choices={FilingIndicator.options.map((code) => ({ code, says: filingWords[code] ? `${filingWords[code]} (${code})` : code }))}
            {...form.getInputProps('filingIndicator')}
          />
          <NumberInput label="Days to file a claim" required min={1} {...form.getInputProps('rule.filingDays')} />
          <DayField label="Rules valid from" required {...form.getInputProps('rule.validFrom')} />
          <TextInput label="Modifier for video" {...form.getInputProps('rule.videoModifier')} />
          <TextInput label="Modifier for audio only" {...form.getInputProps('rule.audioModifier')} />
        </SimpleGrid>
        <Switch label="Wants modifiers for the credential, such as HO" {...form.getInputProps('rule.credentialModifiers', { type: 'checkbox' })} />
        <Select
          label="Work of trainees"
          allowDeselect={false}
          data={TraineePolicy.options.map((value) => ({ value, label: traineeWords[value] ?? value }))}
          {...form.getInputProps('rule.traineePolicy')}
        />
        <TextInput label="Where the payer says so" required {...form.getInputProps('rule.source')} />
        <FormEnd failure={failure} isPending={isPending} label="Add the payer" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function FeeForm({ payer }: { readonly payer: PayerReply | undefined }) {
  const queries = useQueryClient();
  const { organisation } = useMe();
  const { form, submit, isPending, failure, putAside } = useContractForm({
    contract: NewFee,
    initial: { code: '', amountCents: 0, validFrom: today(organisation.timeZone) },
    prepare: (values) => ({ ...values, code: values.code.toUpperCase(), ...(payer ? { payerId: payer.id } : {}) }),
    send: (body) => api.post('/fees', undefined, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['fees'] });
      putAside();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput label="Code" required {...form.getInputProps('code')} />
        <NumberInput
          label="Amount"
          required
          prefix="$"
          decimalScale={2}
          fixedDecimalScale
          hideControls
          error={form.errors['amountCents']}
          value={form.values.amountCents / 100}
          onChange={(dollars) => form.setFieldValue('amountCents', Math.round(Number(dollars) * 100))}
        />
        <DayField label="From" required {...form.getInputProps('validFrom')} />
      </SimpleGrid>
      <FormEnd failure={failure} isPending={isPending} label="Set the amount" />
    </form>
  );
}

function Fees({ payer }: { readonly payer: PayerReply | undefined }) {
  const fees = useQuery({ queryKey: ['fees', payer?.id ?? 'own'], queryFn: () => api.get('/fees', FeeList, { payerId: payer?.id }) });
  return (
    <Stack gap="md">
      <Loaded query={fees} empty="No amounts yet.">
        {({ items }) => (
          <Lines
            label="Amounts"
            rows={items}
            columns={[
              { label: 'Code', cell: ({ code }) => code },
              { label: 'Amount', cell: ({ amountCents }) => money(amountCents), align: 'right' },
              { label: 'From', cell: ({ validFrom, validTo }) => `${day(validFrom)}${validTo ? ` to ${day(validTo)}` : ''}` },
            ]}
            keyOf={({ id }) => id}
            tone={({ validTo }) => (validTo ? 'past' : undefined)}
          />
        )}
      </Loaded>
      <FeeForm payer={payer} />
    </Stack>
  );
}

/** Payers, what each asks of a claim, and the amounts. */
export function PayersSection() {
  const payers = useQuery({ queryKey: ['payers'], queryFn: () => api.get('/payers', PayerList) });
  const [doing, setDoing] = useState<PayerReply | 'add' | 'fees' | null>(null);
  const close = () => setDoing(null);
  const payer = typeof doing === 'object' && doing ? doing : undefined;
  const title = doing === 'add' ? 'Add a payer' : payer ? `${payer.name}: what it allows` : 'Our charges';
  return (
    <Panel
      title="Payers"
      says="Open a payer for the amounts it allows."
      flush
      actions={
        <Button.Group>
          <Button size="compact-sm" variant="default" onClick={() => setDoing('fees')}>
            Our charges
          </Button>
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Add a payer
          </Button>
        </Button.Group>
      }
    >
      <Loaded query={payers} empty="No payer yet. Claims need one.">
        {({ items }) => (
          <Lines
            label="Payers"
            rows={items}
            columns={[
              { label: 'Payer', cell: ({ name }) => name },
              { label: 'Number', cell: ({ electronicId }) => electronicId },
              { label: 'Kind', cell: ({ filingIndicator }) => filingWords[filingIndicator] ?? filingIndicator },
              { label: 'Days to file', cell: ({ rules }) => rules.find(({ validTo }) => validTo === null)?.filingDays ?? '', align: 'right' },
              { label: 'Trainees', cell: ({ rules }) => traineeWords[rules.find(({ validTo }) => validTo === null)?.traineePolicy ?? ''] ?? '', wide: true },
            ]}
            keyOf={({ id }) => id}
            onOpen={setDoing}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={title} opened={doing !== null} onClose={close}>
        {doing === 'add' && <PayerForm onDone={close} />}
        {(doing === 'fees' || payer) && <Fees payer={payer} />}
      </Dialog>
    </Panel>
  );
}
