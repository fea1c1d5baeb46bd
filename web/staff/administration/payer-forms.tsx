import { NumberInput, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { MadePayer, NewPayer, PayerChanges, PayerRule, type PayerReply } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { filingChoices, traineeChoices } from './payer-words.ts';

const usualRule = { filingDays: 90, videoModifier: '95', audioModifier: '93', credentialModifiers: false, traineePolicy: 'supervising', source: '' };
type RuleValues = typeof usualRule & { validFrom: string };

/** The rule as it is sent: no modifier is null. */
const ruleBody = (rule: RuleValues) => ({ ...rule, videoModifier: rule.videoModifier || null, audioModifier: rule.audioModifier || null });

// oxlint-disable-next-line typescript/no-explicit-any -- Mantine's own type for a form of any values
function RuleFields({ form, at = '' }: { readonly form: UseFormReturnType<any>; readonly at?: string }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput label="Days to file a claim" required min={1} {...form.getInputProps(`${at}filingDays`)} />
        <DayField label="Rules valid from" required {...form.getInputProps(`${at}validFrom`)} />
        <TextInput label="Modifier for video" {...form.getInputProps(`${at}videoModifier`)} />
        <TextInput label="Modifier for audio only" {...form.getInputProps(`${at}audioModifier`)} />
      </SimpleGrid>
      <Switch label="Wants modifiers for the credential, such as HO" {...form.getInputProps(`${at}credentialModifiers`, { type: 'checkbox' })} />
      <Select label="Work of trainees" allowDeselect={false} data={traineeChoices} {...form.getInputProps(`${at}traineePolicy`)} />
      <TextInput label="Where the payer says so" required {...form.getInputProps(`${at}source`)} />
    </>
  );
}

function useDone(onDone: () => void): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['payers'] });
    onDone();
  };
}

/** Adds a payer with its first rules. */
export function NewPayerForm({ onDone }: { readonly onDone: () => void }) {
  const { organisation } = useMe();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewPayer,
    initial: { name: '', electronicId: '', filingIndicator: 'CI', rule: { ...usualRule, validFrom: today(organisation.timeZone) } },
    prepare: ({ rule, ...payer }) => ({ ...payer, rule: ruleBody(rule) }),
    send: (body) => api.post('/payers', MadePayer, body),
    onSent: useDone(onDone),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Number at the clearinghouse" required {...form.getInputProps('electronicId')} />
          <ChoiceField label="Kind of plan" required choices={filingChoices} {...form.getInputProps('filingIndicator')} />
        </SimpleGrid>
        <RuleFields form={form} at="rule." />
        <FormEnd failure={failure} isPending={isPending} label="Add the payer" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Renames, retypes or retires a payer. */
export function PayerChangeForm({ payer, onDone }: { readonly payer: PayerReply; readonly onDone: () => void }) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: PayerChanges,
    initial: { name: payer.name, filingIndicator: payer.filingIndicator, active: payer.active },
    send: (body) => api.patch(`/payers/${payer.id}`, undefined, body),
    onSent: useDone(onDone),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Name" required {...form.getInputProps('name')} />
          <ChoiceField label="Kind of plan" required choices={filingChoices} {...form.getInputProps('filingIndicator')} />
        </SimpleGrid>
        <Switch label="In use" {...form.getInputProps('active', { type: 'checkbox' })} />
        <FormEnd failure={failure} isPending={isPending} label="Save" />
      </Stack>
    </form>
  );
}

/** Starts other rules on a day; those before end there and still hold for what was done before. */
export function RuleForm({ payer, onDone }: { readonly payer: PayerReply; readonly onDone: () => void }) {
  const { organisation } = useMe();
  const present = payer.rules.find(({ validTo }) => validTo === null);
  const { form, submit, isPending, failure } = useContractForm({
    contract: PayerRule,
    initial: {
      filingDays: present?.filingDays ?? usualRule.filingDays,
      videoModifier: present?.videoModifier ?? '',
      audioModifier: present?.audioModifier ?? '',
      credentialModifiers: present?.credentialModifiers ?? false,
      traineePolicy: present?.traineePolicy ?? usualRule.traineePolicy,
      source: '',
      validFrom: today(organisation.timeZone),
    },
    prepare: ruleBody,
    send: (body) => api.post(`/payers/${payer.id}/rules`, undefined, body),
    onSent: useDone(() => {
      tell('From that day on claims follow the new rules.');
      onDone();
    }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <RuleFields form={form} />
        <FormEnd failure={failure} isPending={isPending} label="Start these rules" />
      </Stack>
    </form>
  );
}
