import { NumberInput, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DecideFeePolicy, ProgramFees } from '#server/desk/fee-policies/fee-policies.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { day } from '../../ui/format/words.ts';
import { useMe } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { addDays } from '../scheduling/zoned-time.ts';

/** Decides what a program asks for from a day on; begins with what holds now. */
export function FeePolicyForm({ fees, onDone }: { readonly fees: ProgramFees; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { organisation } = useMe();
  const [id] = useState(requestId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: DecideFeePolicy,
    initial: {
      // Patients are told beforehand.
      validFrom: addDays(today(organisation.timeZone), 30),
      noShowCents: fees.inForce?.noShowCents ?? 0,
      lateCancelCents: fees.inForce?.lateCancelCents ?? 0,
      lateHours: fees.inForce?.lateHours ?? 24,
      free: fees.inForce?.free ?? 0,
      freeInDays: fees.inForce?.freeInDays ?? 365,
      reason: '',
    },
    prepare: (values) => ({ ...values, id }),
    send: (body) => api.post(`/programs/${fees.programId}/fee-policies`, ProgramFees, body),
    onSent: () => {
      tell(`Decided for ${fees.programName}, from ${day(form.values.validFrom)} on.`);
      onDone();
      void queries.invalidateQueries({ queryKey: ['fee-policies'] });
    },
  });
  const dollars = (label: string, name: 'noShowCents' | 'lateCancelCents') => (
    <NumberInput
      label={label}
      prefix="$"
      min={0}
      max={1000}
      decimalScale={2}
      fixedDecimalScale
      hideControls
      {...form.getInputProps(name)}
      value={form.values[name] / 100}
      onChange={(amount) => form.setFieldValue(name, Math.round(Number(amount) * 100))}
    />
  );
  const whole = (label: string, name: 'lateHours' | 'free' | 'freeInDays') => <NumberInput label={label} min={0} allowDecimal={false} {...form.getInputProps(name)} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">What holds until then stays as it is, and stays on record. A visit is judged by what holds on its day.</Text>
        <DayField label="From" required maw={220} {...form.getInputProps('validFrom')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {dollars('A missed visit costs', 'noShowCents')}
          {dollars('Called off late costs', 'lateCancelCents')}
          {whole('Late within how many hours before', 'lateHours')}
          <div />
          {whole('Free visits', 'free')}
          {whole('Within how many days', 'freeInDays')}
        </SimpleGrid>
        <Textarea label="Who decided it, and why" required autosize minRows={2} maxLength={300} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Save from this day on" onCancel={onDone} />
      </Stack>
    </form>
  );
}
