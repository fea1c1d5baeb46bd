import { Fieldset, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { z } from 'zod';
import { MadeCoverage, NewCoverage, type Coverage } from '#server/patients/coverage/coverage.contract.ts';
import { demographicChoices } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { AddressFields, ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { subscriberChoices } from './choices.ts';
import { coverageBody, coverageValues } from './coverage-values.ts';
import { useRefreshPatient } from './patient-queries.ts';
import { usePayers } from './payer-choices.ts';

interface CoverageFormProps {
  readonly patientId: string;
  readonly coverage: z.infer<typeof Coverage> | undefined;
  readonly nextRank: number;
  readonly onDone: () => void;
}

const rankChoices = [
  { value: '1', label: 'Primary' },
  { value: '2', label: 'Secondary' },
  { value: '3', label: 'Tertiary' },
];

function useCoverageForm({ patientId, coverage, nextRank, onDone }: CoverageFormProps) {
  const { organisation } = useMe();
  const refresh = useRefreshPatient(patientId);
  return useContractForm({
    contract: NewCoverage,
    initial: coverageValues(coverage, nextRank, today(organisation.timeZone)),
    prepare: coverageBody,
    send: async (body) => {
      if (coverage) await api.patch(`/coverages/${coverage.id}`, undefined, body);
      else await api.post(`/patients/${patientId}/coverages`, MadeCoverage, body);
    },
    onSent: () => {
      void refresh();
      onDone();
    },
  });
}

/** An insurance as the card tells it. */
export function CoverageForm(props: CoverageFormProps) {
  const { form, submit, isPending, failure } = useCoverageForm(props);
  const payers = usePayers();
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ChoiceField label="Payer" required choices={payers} {...form.getInputProps('payerId')} />
        <div>
          <Text size="sm" fw={550} mb={3}>
            Pays
          </Text>
          <SegmentedControl data={rankChoices} aria-label="Pays" {...form.getInputProps('rank')} />
        </div>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Member number" required autoComplete="off" {...form.getInputProps('memberId')} />
          <TextInput label="Group number" autoComplete="off" {...form.getInputProps('groupNumber')} />
          <TextInput label="Plan name" autoComplete="off" {...form.getInputProps('planName')} />
          <ChoiceField label="The patient is the subscriber's" required choices={subscriberChoices} {...form.getInputProps('relationship')} />
          <DayField label="Valid from" required {...form.getInputProps('validFrom')} />
          <DayField label="Last day" {...form.getInputProps('validThrough')} />
        </SimpleGrid>
        {form.values.relationship !== '18' && (
          <Fieldset legend="Subscriber">
            <Stack gap="sm">
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                <TextInput label="Given name" required {...form.getInputProps('subscriber.givenName')} />
                <TextInput label="Family name" required {...form.getInputProps('subscriber.familyName')} />
                <DayField label="Birth date" required {...form.getInputProps('subscriber.birthDate')} />
                <ChoiceField label="Sex on the policy" required choices={demographicChoices.administrativeSex} {...form.getInputProps('subscriber.sex')} />
              </SimpleGrid>
              <AddressFields form={form} at="subscriber.address" required />
            </Stack>
          </Fieldset>
        )}
        <FormEnd failure={failure} isPending={isPending} label={props.coverage ? 'Save' : 'Add insurance'} onCancel={props.onDone} />
      </Stack>
    </form>
  );
}
