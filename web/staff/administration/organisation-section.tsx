import { Checkbox, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Organisation, OrganisationChanges, type OrganisationReply } from '#server/identity/organisation/organisation.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { AddressFields, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { TimeZoneField } from '../identity/site-fields.tsx';

function OrganisationForm({ organisation }: { readonly organisation: OrganisationReply }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: OrganisationChanges,
    initial: { ...organisation, address: { ...organisation.address, line2: organisation.address.line2 ?? '' } },
    send: (body) => api.patch('/organisation', undefined, body),
    onSent: () => {
      tell('Saved.');
      void queries.invalidateQueries({ queryKey: ['organisation'] });
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Panel title="Organisation" says="As it stands on claims.">
          <Stack gap="sm">
            <TextInput label="Name" required {...form.getInputProps('name')} />
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
              <TextInput label="Tax number (EIN)" required {...form.getInputProps('taxId')} />
              <TextInput label="NPI" required {...form.getInputProps('npi')} />
              <TextInput label="Taxonomy code" required {...form.getInputProps('taxonomy')} />
              <PhoneField label="Phone" required {...form.getInputProps('phone')} />
              <TextInput label="Email" type="email" required {...form.getInputProps('email')} />
              <TimeZoneField required {...form.getInputProps('timeZone')} />
            </SimpleGrid>
            <AddressFields form={form} required />
          </Stack>
        </Panel>
        <Panel title="Sign-in" says="Automatic logoff: 45 CFR 164.312(a)(2)(iii).">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <NumberInput label="Minutes without activity" min={1} max={60} {...form.getInputProps('idleMinutes')} />
            <NumberInput label="Hours until signing in again" min={1} max={24} {...form.getInputProps('sessionHours')} />
          </SimpleGrid>
        </Panel>
        <Panel title="Dictation">
          <Checkbox
            label="Notes may be dictated"
            description="Where the browser offers it, words that are said go into the note. Browsers may send speech to their makers (Chrome to Google): allow it only under an agreement that covers it (45 CFR 164.308(b); 42 CFR 2.11, qualified service organization)."
            {...form.getInputProps('allowsDictation', { type: 'checkbox' })}
          />
        </Panel>
        <FormEnd failure={failure} isPending={isPending} label="Save" />
      </Stack>
    </form>
  );
}

/** The organisation as payers know it, and how long a session lasts. */
export function OrganisationSection() {
  const organisation = useQuery({ queryKey: ['organisation'], queryFn: () => api.get('/organisation', Organisation) });
  if (organisation.isPending) return <Waiting />;
  if (organisation.isError) return <Failed error={organisation.error} retry={() => void organisation.refetch()} />;
  return <OrganisationForm organisation={organisation.data} />;
}
