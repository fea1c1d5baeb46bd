import { Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { NewParty, partyKinds, PartyAdded, PartyChanges, type PartyJson } from '#server/privacy/parties/parties.contract.ts';
import { api } from '../../ui/api/api.ts';
import { blanksAsNull, filledFrom, withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { states } from '../../ui/form/us-states.ts';
import { useRefreshDisclosures } from './disclosure-queries.ts';
import { spoken } from './disclosure-words.ts';

const blank = {
  name: '',
  kind: 'provider',
  legalStatus: 'covered-entity',
  contact: '',
  addressLine1: '',
  city: '',
  state: '',
  zip: '',
  phone: '',
  fax: '',
  email: '',
  active: true,
};

const statuses = [
  { value: 'covered-entity', label: 'Covered entity' },
  { value: 'business-associate', label: 'Business associate' },
  { value: 'neither', label: 'Neither' },
];

/** Somebody outside: added, or changed. Old accountings keep what they said. */
export function PartyForm({ party, onDone }: { readonly party: PartyJson | null; readonly onDone: () => void }) {
  const refresh = useRefreshDisclosures();
  const { form, submit, isPending, failure } = useContractForm({
    contract: party ? PartyChanges : NewParty,
    initial: filledFrom(blank, party),
    prepare: ({ active, ...values }) => (party ? { ...blanksAsNull(values), name: values.name, contact: values.contact, active } : withoutBlanks(values)),
    send: async (body: object) => {
      if (party) await api.patch(`/parties/${party.id}`, undefined, body);
      else await api.post('/parties', PartyAdded, body);
    },
    onSent: () => {
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select label="Kind" data={partyKinds.map((kind) => ({ value: kind, label: spoken(kind) }))} searchable allowDeselect={false} {...form.getInputProps('kind')} />
          <Select label="By HIPAA" data={statuses} allowDeselect={false} {...form.getInputProps('legalStatus')} />
          <PhoneField label="Telephone" {...form.getInputProps('phone')} />
          <PhoneField label="Fax" {...form.getInputProps('fax')} />
        </SimpleGrid>
        <TextInput label="E-mail for records" type="email" {...form.getInputProps('email')} />
        <TextInput label="Contact" description="A person or office there" {...form.getInputProps('contact')} />
        <TextInput label="Street" {...form.getInputProps('addressLine1')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <TextInput label="City" {...form.getInputProps('city')} />
          <Select label="State" data={states} searchable clearable {...form.getInputProps('state')} value={form.values.state || null} />
          <TextInput label="ZIP code" inputMode="numeric" {...form.getInputProps('zip')} />
        </SimpleGrid>
        {party && <Switch label="In use" {...form.getInputProps('active', { type: 'checkbox' })} />}
        <FormEnd failure={failure} isPending={isPending} label={party ? 'Save' : 'Add'} onCancel={onDone} />
      </Stack>
    </form>
  );
}
