import { SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TakeCall, type Calls } from '#server/intake/calls/calls.contract.ts';
import { ReferralSource } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { requestId } from '../patients/request-id.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { intakeQueries, useIntakeAct } from './intake-queries.ts';

const heard = ReferralSource.options.map((code) => ({ code, says: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ') }));

/** A call, written while it goes on: kept on this device until it is sent. No name is needed. */
export function CallForm({ relations, onDone }: { readonly relations: Calls['relations']; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const sources = useQuery(intakeQueries.sources);
  const sending = useIntakeAct((body: object) => api.post('/intake/calls', undefined, body));
  const { form, submit, isPending, failure } = useContractForm({
    contract: TakeCall,
    initial: {
      id: requestId(),
      programId: programs.length === 1 ? (programs[0]?.value ?? '') : '',
      callerName: '',
      callerRelation: 'self',
      callerPhone: '',
      aboutName: '',
      heardFrom: 'self',
      sourceId: '',
      need: '',
      callbackDueAt: '',
    },
    keepAs: 'intake-call',
    prepare: (values) => withoutBlanks({ ...values, callbackDueAt: values.callbackDueAt === '' ? '' : new Date(values.callbackDueAt).toISOString() }),
    send: (body) => sending.mutateAsync(body),
    onSent: () => {
      tell('The call is on the list.');
      onDone();
    },
  });
  const listed = (sources.data?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ code: id, says: name }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Names may stay empty. Who asks for treatment is protected from this call on.
        </Text>
        <ChoiceField label="Program" required choices={programs.map(({ value, label }) => ({ code: value, says: label }))} {...form.getInputProps('programId')} />
        <Textarea label="What is needed" required autosize minRows={3} {...form.getInputProps('need')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <ChoiceField label="Calls" required choices={relations} {...form.getInputProps('callerRelation')} />
          <TextInput label="Caller" autoComplete="off" {...form.getInputProps('callerName')} />
          <PhoneField label="Telephone" {...form.getInputProps('callerPhone')} />
          <TextInput label="About whom" autoComplete="off" {...form.getInputProps('aboutName')} />
          <ChoiceField label="How they heard of us" required choices={heard} {...form.getInputProps('heardFrom')} />
          <ChoiceField label="Sent by" choices={listed} {...form.getInputProps('sourceId')} />
        </SimpleGrid>
        <TextInput label="Callback promised by" type="datetime-local" {...form.getInputProps('callbackDueAt')} />
        <FormEnd failure={failure} isPending={isPending} label="Keep the call" onCancel={onDone} />
      </Stack>
    </form>
  );
}
