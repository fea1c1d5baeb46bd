import { Select, Stack, Text, Textarea } from '@mantine/core';
import { EndRestriction, type RestrictionLine } from '#server/privacy/restrictions/restrictions.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';

interface EndFormProps {
  readonly restriction: RestrictionLine;
  readonly onDone: () => void;
}

const ways = [
  { value: 'in-writing', label: 'The patient, in writing' },
  { value: 'said-and-noted', label: 'The patient said so; noted here' },
];
const notice = { value: 'notice-given', label: 'We, by telling the patient' };

/** Ends a restriction. What was paid in full only the patient ends (45 CFR 164.522(a)(2)(iii)). */
export function EndForm({ restriction, onDone }: EndFormProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: EndRestriction,
    initial: { how: 'in-writing', words: '' },
    prepare: ({ how, words }) => ({ by: how === 'notice-given' ? 'program' : 'patient', how, words }),
    send: (body) => api.post(`/restrictions/${restriction.id}/end`, undefined, body),
    onSent: () => {
      tell('The restriction has ended.');
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="Who ends it?"
          allowDeselect={false}
          data={restriction.kind === 'self-pay' || restriction.state === 'asked' ? ways : [...ways, notice]}
          {...form.getInputProps('how')}
        />
        {form.values.how === 'notice-given' && <Text size="sm">It ends for records made from now on. What was made before stays restricted.</Text>}
        <Textarea
          label={form.values.how === 'notice-given' ? 'How the patient was told' : 'What the patient wrote or said'}
          required
          autosize
          minRows={3}
          {...form.getInputProps('words')}
        />
        <FormEnd failure={failure} isPending={isPending} label="End it" />
      </Stack>
    </form>
  );
}
