import { Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { z } from 'zod';
import { ContactKind, MadeContact, NewContact, type Contact } from '#server/patients/contacts/contacts.contract.ts';
import { demographicChoices } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { filledFrom } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { useRefreshPatient } from './patient-queries.ts';

interface ContactFormProps {
  readonly patientId: string;
  readonly contact: z.infer<typeof Contact> | undefined;
  readonly onDone: () => void;
}

const kinds = ContactKind.options.map((kind) => ({ value: kind, label: kind.charAt(0).toUpperCase() + kind.slice(1).replace('-', ' ') }));

/** Someone around the patient, and what the patient allows. */
export function ContactForm({ patientId, contact, onDone }: ContactFormProps) {
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewContact,
    initial: filledFrom(
      { name: '', kind: 'emergency', relationship: '', phone: '', email: '', mayContact: true, mayLeaveMessage: false, mayDiscussCare: false, note: '' },
      contact,
    ),
    send: async (body) => {
      if (contact) await api.patch(`/contacts/${contact.id}`, undefined, body);
      else await api.post(`/patients/${patientId}/contacts`, MadeContact, body);
    },
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required autoComplete="off" {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select label="Kind" data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
          <ChoiceField label="To the patient" required choices={demographicChoices.relationship} {...form.getInputProps('relationship')} />
          <PhoneField label="Phone" {...form.getInputProps('phone')} />
          <TextInput label="Email" type="email" autoComplete="off" {...form.getInputProps('email')} />
        </SimpleGrid>
        <Checkbox label="May be called or written to" {...form.getInputProps('mayContact', { type: 'checkbox' })} />
        <Checkbox label="A message may be left" {...form.getInputProps('mayLeaveMessage', { type: 'checkbox' })} />
        <Checkbox label="Knows of the treatment, and the patient allows talking about it" {...form.getInputProps('mayDiscussCare', { type: 'checkbox' })} />
        <Textarea label="Note" autosize minRows={2} {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label={contact ? 'Save' : 'Add'} onCancel={onDone} />
      </Stack>
    </form>
  );
}
