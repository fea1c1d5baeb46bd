import { MultiSelect, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AgreementAdded, EndAgreement, NewAgreement, type AgreementJson } from '#server/privacy/agreements/agreements.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { disclosureQueries, useRefreshDisclosures } from './disclosure-queries.ts';
import { spoken } from './disclosure-words.ts';

const kinds = ['qsoa', 'baa', 'contract', 'data-use'].map((kind) => ({ value: kind, label: spoken(kind) }));
const integrations = ['clearinghouse', 'mail', 'fax', 'storage', 'text-messages'].map((one) => ({ value: one, label: spoken(one) }));
const purposes = [
  { value: 'TREAT', label: 'Treatment' },
  { value: 'HPAYMT', label: 'Payment' },
  { value: 'HOPERAT', label: 'Operations' },
  { value: 'HRESCH', label: 'Research' },
];

/** A written agreement is entered: with whom, what for, from when. */
export function NewAgreementForm({ onDone }: { readonly onDone: () => void }) {
  const { organisation } = useMe();
  const refresh = useRefreshDisclosures();
  const parties = useQuery(disclosureQueries.parties(''));
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewAgreement,
    initial: { partyId: '', kind: 'qsoa', integration: '', scope: '', purposes: ['HPAYMT', 'HOPERAT'], validFrom: today(organisation.timeZone), validTo: '' },
    prepare: withoutBlanks,
    send: (body) => api.post('/agreements', AgreementAdded, body),
    onSent: () => {
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="With"
          data={parties.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          searchable
          required
          nothingFoundMessage="Nobody by that name. Add them under Recipients."
          {...form.getInputProps('partyId')}
          value={form.values.partyId || null}
        />
        <Select label="Kind" data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select
          label="Carries"
          description="What may run under it"
          data={integrations}
          clearable
          {...form.getInputProps('integration')}
          value={form.values.integration || null}
        />
        <Textarea label="Covers" required autosize minRows={2} {...form.getInputProps('scope')} />
        <MultiSelect label="For" data={purposes} required {...form.getInputProps('purposes')} />
        <SimpleGrid cols={2} spacing="sm">
          <DayField label="From" required {...form.getInputProps('validFrom')} />
          <DayField label="Last day" {...form.getInputProps('validTo')} />
        </SimpleGrid>
        <FormEnd failure={failure} isPending={isPending} label="Enter it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Sets the last day of an agreement. */
export function EndAgreementForm({ agreement, onDone }: { readonly agreement: AgreementJson; readonly onDone: () => void }) {
  const { organisation } = useMe();
  const refresh = useRefreshDisclosures();
  const { form, submit, isPending, failure } = useContractForm({
    contract: EndAgreement,
    initial: { lastDay: agreement.validTo ?? today(organisation.timeZone) },
    send: (body) => api.post(`/agreements/${agreement.id}/end`, undefined, body),
    onSent: () => {
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{agreement.scope}</Text>
        <DayField label="Last day" required data-autofocus {...form.getInputProps('lastDay')} />
        <FormEnd failure={failure} isPending={isPending} label="Set the last day" onCancel={onDone} />
      </Stack>
    </form>
  );
}
