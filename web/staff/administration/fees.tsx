import { NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FeeList, NewFee, type PayerReply } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { day, money } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { useMe } from '../identity/session.ts';

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

/** Amounts by procedure code: what a payer allows, or our own charges. */
export function Fees({ payer }: { readonly payer: PayerReply | undefined }) {
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
