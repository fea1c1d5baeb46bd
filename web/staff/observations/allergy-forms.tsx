import { Autocomplete, Checkbox, Group, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AllergyCategory, AllergyReply, ChangeAllergy, EndAllergy, NewAllergy } from '#server/observations/allergies/allergies.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import type { ContractForm } from '../../ui/form/contract-form.ts';
import { DayField } from '../../ui/form/fields.tsx';
import { ProgramField, useProgramsFor } from '../programs/program-field.tsx';
import { ChartForm, useChartForm, type OfChart } from '../records/chart-form.tsx';
import { categories, criticalities, kinds, severities } from './allergy-words.ts';
import { observationQueries } from './observation-queries.ts';

const empty = { substance: '', category: 'medication', kind: 'allergy', reaction: '', severity: '', criticality: 'unknown', onset: '', isVerified: false };

function AllergyFields({ form }: { readonly form: ContractForm<typeof empty>['form'] }) {
  const substances = useQuery(observationQueries.substances);
  const choose = (substance: string) => {
    form.setFieldValue('substance', substance);
    const known = substances.data?.items.find(({ name }) => name === substance);
    if (known) form.setFieldValue('category', AllergyCategory.parse(known.category));
  };
  return (
    <>
      <Autocomplete
        label="Substance"
        description="From the list where it is there, else in words"
        required
        limit={8}
        data={(substances.data?.items ?? []).map(({ name }) => name)}
        {...form.getInputProps('substance')}
        onChange={choose}
      />
      <Group grow align="end">
        <Select label="What it is" data={categories} allowDeselect={false} {...form.getInputProps('category')} />
        <SegmentedControl data={kinds} aria-label="Allergy or intolerance" {...form.getInputProps('kind')} />
      </Group>
      <TextInput label="Reaction" placeholder="Hives, swelling of the lips" {...form.getInputProps('reaction')} />
      <Group grow align="start">
        <Select
          label="How bad it was"
          data={severities}
          clearable
          {...form.getInputProps('severity')}
          value={form.values.severity || null}
          onChange={(value) => form.setFieldValue('severity', value ?? '')}
        />
        <Select label="Danger of the next time" data={criticalities} allowDeselect={false} {...form.getInputProps('criticality')} />
      </Group>
      <DayField label="Since" {...form.getInputProps('onset')} />
      <Checkbox label="I checked this with the patient or a record" {...form.getInputProps('isVerified', { type: 'checkbox' })} />
    </>
  );
}

/** Writes an allergy down. */
export function NewAllergyForm({ patientId, onDone }: OfChart) {
  const programs = useProgramsFor(patientId);
  const sent = useChartForm({
    patientId,
    onDone,
    contract: NewAllergy,
    initial: { ...empty, programId: '' },
    keepAs: `allergy ${patientId}`,
    prepare: (values) => withoutBlanks({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post(`/patients/${patientId}/allergies`, AllergyReply, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Write it down" onCancel={onDone}>
      <AllergyFields form={form as unknown as ContractForm<typeof empty>['form']} />
      <ProgramField programs={programs} {...form.getInputProps('programId')} />
    </ChartForm>
  );
}

/** Changes what is known of an allergy; what was known before stays in its history. */
export function ChangeAllergyForm({ allergy, patientId, onDone }: OfChart & { readonly allergy: AllergyReply }) {
  const { substance, category, kind, reaction, criticality } = allergy;
  const sent = useChartForm({
    patientId,
    onDone,
    contract: ChangeAllergy,
    initial: { ...empty, substance, category, kind, reaction, criticality, severity: allergy.severity ?? '', onset: allergy.onset ?? '' },
    prepare: (values) => ({ ...withoutBlanks(values), version: allergy.version }),
    send: (body) => api.patch(`/allergies/${allergy.id}`, AllergyReply, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Save" onCancel={onDone}>
      <AllergyFields form={form as unknown as ContractForm<typeof empty>['form']} />
    </ChartForm>
  );
}

/** Resolves an allergy, or marks it as entered in error. */
export function EndAllergyForm({ allergy, patientId, onDone }: OfChart & { readonly allergy: AllergyReply }) {
  const sent = useChartForm({
    patientId,
    onDone,
    contract: EndAllergy,
    initial: { state: 'resolved', reason: '' },
    prepare: (values) => ({ ...values, version: allergy.version }),
    send: (body) => api.post(`/allergies/${allergy.id}/end`, AllergyReply, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Take it off the list" onCancel={onDone}>
      <Text size="sm">It leaves the list and the banner, and stays in the history.</Text>
      <SegmentedControl
        aria-label="What became of it"
        data={[
          { value: 'resolved', label: 'It is over' },
          { value: 'entered-in-error', label: 'It was entered in error' },
        ]}
        {...form.getInputProps('state')}
      />
      <Textarea label="Why" required autosize minRows={2} {...form.getInputProps('reason')} />
    </ChartForm>
  );
}
