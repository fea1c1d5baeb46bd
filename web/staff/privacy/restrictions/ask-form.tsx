import { Alert, MultiSelect, Radio, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PartyList } from '#server/privacy/parties/parties.contract.ts';
import { AskedRestriction, AskRestriction } from '#server/privacy/restrictions/restrictions.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { withoutBlanks } from '../../../ui/form/blanks.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';
import { useMyPrograms } from '../../programs/program-queries.ts';
import { classChoices } from '../consents/consent-words.ts';
import { restrictedPurposes, restrictionKinds } from './restriction-words.ts';

const initial = {
  kind: 'self-pay',
  programId: '',
  words: '',
  purposes: ['TREAT', 'HPAYMT', 'HOPERAT'],
  partyIds: [] as string[],
  classes: [] as string[],
  servedFrom: '',
  servedTo: '',
  paidOn: '',
};

/** What a patient asks us not to use or tell. Empty lists mean all. */
export function AskForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const [query, setQuery] = useState('');
  const parties = useQuery({ queryKey: ['parties', query, patientId], queryFn: () => api.get('/parties', PartyList, { q: query || undefined, patientId }) });
  const { form, submit, isPending, failure } = useContractForm({
    contract: AskRestriction,
    initial,
    prepare: ({ partyIds, classes, purposes, ...answers }) =>
      withoutBlanks({
        ...answers,
        programId: answers.programId || (programs[0]?.value ?? ''),
        servedTo: answers.servedTo || answers.servedFrom,
        ...(answers.kind === 'self-pay' ? {} : { purposes, paidOn: '', ...(partyIds.length > 0 ? { partyIds } : {}), ...(classes.length > 0 ? { classes } : {}) }),
      }),
    keepAs: `restriction:${patientId}`,
    send: (body) => api.post(`/patients/${patientId}/restrictions`, AskedRestriction, body),
    onSent: ({ state }) => {
      tell(state === 'agreed' ? 'Agreed: it holds from now on.' : 'Kept. It still waits for an answer.');
      onDone();
    },
  });
  const isSelfPay = form.values.kind === 'self-pay';
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Radio.Group label="What does the patient ask?" {...form.getInputProps('kind')}>
          <Stack gap={6} mt={6}>
            {restrictionKinds.map(({ value, label, says }) => (
              <Radio key={value} value={value} label={label} description={says} />
            ))}
          </Stack>
        </Radio.Group>
        {programs.length > 1 && (
          <Select
            label="Which program?"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        <Textarea label="In the patient's words" required autosize minRows={2} {...form.getInputProps('words')} />
        {!isSelfPay && (
          <>
            <MultiSelect label="For what shall it not be used?" data={restrictedPurposes} required {...form.getInputProps('purposes')} />
            <MultiSelect
              label="Who shall not receive it?"
              description="Leave empty for everybody outside the program"
              data={parties.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              searchable
              searchValue={query}
              onSearchChange={setQuery}
              {...form.getInputProps('partyIds')}
            />
            <MultiSelect label="Which records?" description="Leave empty for all" data={classChoices} {...form.getInputProps('classes')} />
          </>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DayField label={isSelfPay ? 'Day of service' : 'From this day of service'} required={isSelfPay} {...form.getInputProps('servedFrom')} />
          <DayField label="To" description={isSelfPay ? 'Leave empty for one day' : undefined} {...form.getInputProps('servedTo')} />
        </SimpleGrid>
        {isSelfPay && (
          <>
            <DayField label="Paid in full on" description="Leave empty while it is not paid: claims wait until you answer" {...form.getInputProps('paidOn')} />
            <Alert color="blue" variant="light" p="xs">
              Paid in full, it must be agreed to. No claim for these services goes to any health plan until the patient ends it.
            </Alert>
          </>
        )}
        <FormEnd failure={failure} isPending={isPending} label="Keep it" />
      </Stack>
    </form>
  );
}
