import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { MadeGuarantor, NewGuarantor, type Guarantor } from '#server/patients/coverage/coverage.contract.ts';
import { demographicChoices } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { blanksAsNull, filledFrom, withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { AddressFields, ChoiceField, DayField, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { day, phone } from '../../ui/format/words.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { saysOf } from './choices.ts';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';

const relations = [{ code: 'SELF', says: 'Self' }, ...demographicChoices.relationship];

type GuarantorReply = z.infer<typeof Guarantor>;

interface GuarantorFormProps {
  readonly patientId: string;
  /** The one to change; a new one is added without. */
  readonly guarantor: GuarantorReply | undefined;
  readonly onDone: () => void;
}

function GuarantorForm({ patientId, guarantor, onDone }: GuarantorFormProps) {
  const { organisation } = useMe();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewGuarantor,
    initial: filledFrom(
      {
        relationship: '',
        givenName: '',
        familyName: '',
        birthDate: '',
        phone: '',
        email: '',
        address: { line1: '', line2: '', city: '', state: '', zip: '' },
        validFrom: today(organisation.timeZone),
        validThrough: '',
      },
      guarantor,
    ),
    prepare: guarantor ? blanksAsNull : withoutBlanks,
    send: async (body) => {
      if (guarantor) await api.patch(`/guarantors/${guarantor.id}`, undefined, body);
      else await api.post(`/patients/${patientId}/guarantors`, MadeGuarantor, body);
    },
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Given name" required {...form.getInputProps('givenName')} />
          <TextInput label="Family name" required {...form.getInputProps('familyName')} />
          <ChoiceField label="To the patient" required choices={relations} {...form.getInputProps('relationship')} />
          <DayField label="Birth date" {...form.getInputProps('birthDate')} />
          <PhoneField label="Phone" {...form.getInputProps('phone')} />
          <TextInput label="Email" type="email" {...form.getInputProps('email')} />
          <DayField label="From" required {...form.getInputProps('validFrom')} />
          <DayField label="Last day" {...form.getInputProps('validThrough')} />
        </SimpleGrid>
        <AddressFields form={form} />
        <FormEnd failure={failure} isPending={isPending} label={guarantor ? 'Save' : 'Add'} onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Who answers for what the patient owes; the patient, when nobody else is named. */
export function GuarantorsPanel({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const guarantors = useQuery(patientQueries.guarantors(patientId));
  const [doing, setDoing] = useState<GuarantorReply | 'add' | null>(null);
  const close = () => setDoing(null);
  const mayWrite = may('coverage.write');
  return (
    <Panel
      title="Who answers for the balance"
      actions={
        mayWrite && (
          <Button size="compact-xs" variant="light" onClick={() => setDoing('add')}>
            Add
          </Button>
        )
      }
    >
      {guarantors.isPending && <Waiting />}
      {guarantors.isError && <Failed error={guarantors.error} retry={() => void guarantors.refetch()} />}
      {guarantors.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          The patient.
        </Text>
      )}
      <Stack gap={6}>
        {guarantors.data?.items.map((person) => (
          <Group key={person.id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {person.givenName} {person.familyName}
              <Text span size="xs" c="dimmed">
                {' '}
                {[
                  saysOf('relationship', person.relationship),
                  phone(person.phone),
                  `from ${day(person.validFrom)}${person.validThrough ? ` to ${day(person.validThrough)}` : ''}`,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            </Text>
            {mayWrite && (
              <Button size="compact-xs" variant="default" aria-label={`Change ${person.givenName} ${person.familyName}`} onClick={() => setDoing(person)}>
                Change
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Dialog title="Who answers for the balance" opened={doing !== null} onClose={close} wide>
        {doing && <GuarantorForm patientId={patientId} guarantor={doing === 'add' ? undefined : doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
