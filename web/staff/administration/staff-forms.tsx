import { MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MadeStaff, MembershipChanges, NewCredential, NewMembership, StaffChanges, StaffDirectory, type StaffReply } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { blanksAsNull, changesBetween, filledFrom, withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { useProgramChoices, useRoleChoices } from './choices.ts';

/** Data and roles of a colleague. */
export function PersonForm({ person, onDone }: { readonly person: StaffReply; readonly onDone: () => void }) {
  const roles = useRoleChoices();
  const directory = useQuery({ queryKey: ['directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  const initial = {
    givenName: person.givenName,
    familyName: person.familyName,
    nameToUse: person.nameToUse ?? '',
    email: person.email,
    phone: person.phone ?? '',
    npi: person.npi ?? '',
    taxonomy: person.taxonomy ?? '',
    supervisorId: person.supervisor?.id ?? '',
    roles: person.roles,
  };
  const { form, submit, isPending, failure } = useContractForm({
    contract: StaffChanges,
    initial,
    prepare: (values) => blanksAsNull(changesBetween(initial, values)),
    send: (body) => api.patch(`/staff/${person.id}`, undefined, body),
    onSent: onDone,
  });
  const supervisors = (directory.data?.items ?? []).filter(({ id, isClinical }) => isClinical && id !== person.id);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Given name" required {...form.getInputProps('givenName')} />
          <TextInput label="Family name" required {...form.getInputProps('familyName')} />
          <TextInput label="Name to use" {...form.getInputProps('nameToUse')} />
          <TextInput label="Email" type="email" required {...form.getInputProps('email')} />
          <PhoneField label="Phone" {...form.getInputProps('phone')} />
          <TextInput label="NPI" {...form.getInputProps('npi')} />
          <TextInput label="Taxonomy code" {...form.getInputProps('taxonomy')} />
          <Select
            label="Supervisor"
            searchable
            clearable
            data={supervisors.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={form.values.supervisorId || null}
            onChange={(id) => form.setFieldValue('supervisorId', id ?? '')}
          />
        </SimpleGrid>
        <MultiSelect label="Roles" required data={roles} {...form.getInputProps('roles')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

interface CredentialFormProps {
  readonly staffId: string;
  /** The one to change; a new one is added without. */
  readonly credential: StaffReply['credentials'][number] | undefined;
  readonly onDone: () => void;
}

/** A licence or another ground to practise; it ends with its last day. */
export function CredentialForm({ staffId, credential, onDone }: CredentialFormProps) {
  const { organisation } = useMe();
  const path = `/staff/${staffId}/credentials`;
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewCredential,
    initial: filledFrom({ kind: '', number: '', state: '', validFrom: today(organisation.timeZone), validTo: '' }, credential),
    prepare: credential ? blanksAsNull : withoutBlanks,
    send: async (body) => {
      if (credential) await api.patch(`${path}/${credential.id}`, undefined, body);
      else await api.post(path, MadeStaff, body);
    },
    onSent: onDone,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <TextInput label="Credential" placeholder="LCSW" required {...form.getInputProps('kind')} />
          <TextInput label="Number" {...form.getInputProps('number')} />
          <TextInput label="State" placeholder="WA" maxLength={2} {...form.getInputProps('state')} />
          <DayField label="Valid from" required {...form.getInputProps('validFrom')} />
          <DayField label="Last day" {...form.getInputProps('validTo')} />
        </SimpleGrid>
        <FormEnd failure={failure} isPending={isPending} label={credential ? 'Save' : 'Add'} onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Work in a program, from a day on. */
export function MembershipForm({ staffId, onDone }: { readonly staffId: string; readonly onDone: () => void }) {
  const { organisation } = useMe();
  const programs = useProgramChoices();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewMembership,
    initial: { programId: '', from: today(organisation.timeZone), to: '' },
    send: (body) => api.post(`/staff/${staffId}/memberships`, MadeStaff, body),
    onSent: onDone,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="Program"
          required
          data={programs}
          {...form.getInputProps('programId')}
          value={form.values.programId || null}
          onChange={(id) => form.setFieldValue('programId', id ?? '')}
        />
        <DayField label="From" {...form.getInputProps('from')} />
        <DayField label="Last day" {...form.getInputProps('to')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

interface LastDayFormProps {
  readonly staffId: string;
  readonly membership: StaffReply['memberships'][number];
  readonly onDone: () => void;
}

/** Until when somebody works in a program; from the day after they reach none of its records. */
export function LastDayForm({ staffId, membership, onDone }: LastDayFormProps) {
  const { organisation } = useMe();
  const { form, submit, isPending, failure } = useContractForm({
    contract: MembershipChanges,
    initial: { to: membership.to ?? today(organisation.timeZone) },
    prepare: blanksAsNull,
    send: (body) => api.patch(`/staff/${staffId}/memberships/${membership.id}`, undefined, body),
    onSent: onDone,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DayField label="Last day" description="Left empty, the work has no end" {...form.getInputProps('to')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}
