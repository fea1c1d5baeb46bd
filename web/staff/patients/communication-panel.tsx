import { Alert, Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { Channel, Communication, type CommunicationReply } from '#server/patients/contacts/contacts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { AddressFields, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { phone } from '../../ui/format/words.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { addressLine } from './choices.ts';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';

type Wishes = z.infer<typeof CommunicationReply>;
const channelWords: Readonly<Record<string, string>> = {
  portal: 'Portal',
  phone: 'Call',
  voicemail: 'Message on the phone',
  text: 'Text message',
  email: 'Email',
  letter: 'Letter',
};

function WishesForm({ patientId, wishes, onDone }: { readonly patientId: string; readonly wishes: Wishes; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: Communication,
    initial: {
      allowed: wishes.allowed,
      preferred: wishes.preferred ?? '',
      confidentialAddress: { line1: '', city: '', state: '', zip: '', ...wishes.confidentialAddress, line2: wishes.confidentialAddress?.line2 ?? '' },
      confidentialPhone: wishes.confidentialPhone ?? '',
      callerName: wishes.callerName ?? '',
      note: wishes.note ?? '',
    },
    send: (body) => api.put(`/patients/${patientId}/communication`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Checkbox.Group label="Ways that may be used" {...form.getInputProps('allowed')}>
          <Stack gap={6} mt={6}>
            {Channel.options.map((channel) => (
              <Checkbox key={channel} value={channel} label={channelWords[channel]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label="Best way"
          clearable
          data={form.values.allowed.map((value) => ({ value, label: channelWords[value] ?? value }))}
          {...form.getInputProps('preferred')}
          value={form.values.preferred || null}
          onChange={(way) => form.setFieldValue('preferred', (way ?? '') as '')}
        />
        <PhoneField label="Number to call instead" {...form.getInputProps('confidentialPhone')} />
        <TextInput label="Caller says they are" description="So that the clinic is not named" {...form.getInputProps('callerName')} />
        <AddressFields form={form} at="confidentialAddress" />
        <Textarea label="Note" autosize minRows={2} {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** How the patient asks to be reached. No reason is asked: 45 CFR 164.522(b). */
export function CommunicationPanel({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const wishes = useQuery(patientQueries.communication(patientId));
  const [changing, setChanging] = useState(false);
  return (
    <Panel
      title="How to reach them"
      actions={
        may('patient.register') &&
        wishes.data && (
          <Button size="compact-xs" variant="light" onClick={() => setChanging(true)}>
            Change
          </Button>
        )
      }
    >
      {wishes.isPending && <Waiting />}
      {wishes.isError && <Failed error={wishes.error} retry={() => void wishes.refetch()} />}
      {wishes.data && (
        <Stack gap="sm">
          {!wishes.data.asked && (
            <Alert color="orange" p="xs">
              Nobody has asked yet. Until then only the portal and a call without a message are open.
            </Alert>
          )}
          <Group gap={6}>{wishes.data.allowed.map((channel) => channelWords[channel]).join(', ')}</Group>
          <Facts
            facts={[
              ['Best way', wishes.data.preferred && channelWords[wishes.data.preferred]],
              ['Number to call instead', phone(wishes.data.confidentialPhone)],
              ['Letters go to', addressLine(wishes.data.confidentialAddress)],
              ['Caller says', wishes.data.callerName],
              ['Note', wishes.data.note],
            ]}
          />
          <Dialog title="How to reach them" opened={changing} onClose={() => setChanging(false)}>
            <WishesForm patientId={patientId} wishes={wishes.data} onDone={() => setChanging(false)} />
          </Dialog>
        </Stack>
      )}
    </Panel>
  );
}
