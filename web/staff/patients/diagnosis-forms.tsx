import { NumberInput, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeDiagnosis, CodeList, DiagnosisReply, NewDiagnosis, type CodeReply } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { NoOption } from '../../ui/form/no-option.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { useRefreshPatient } from './patient-queries.ts';

const ruleOutSays = 'In outpatient care a rule-out is not billed: code the signs and symptoms (ICD-10-CM Guidelines, section IV.H)';
const certainties = [
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'provisional', label: 'Provisional' },
  { value: 'rule-out', label: 'To rule out' },
];

/** Finds an ICD-10-CM code by words, everyday names or code. What may not be used today is shown with its years and cannot be chosen. */
function CodeField({ error, onChange }: { readonly error?: string; readonly onChange: (code: CodeReply | undefined) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const codes = useQuery({ queryKey: ['icd10cm', asked], queryFn: () => api.get('/icd10cm', CodeList, { q: asked, limit: 20 }), placeholderData: keepPreviousData });
  return (
    <Select
      label="Diagnosis"
      description="Words, everyday names or the code; the official ICD-10-CM text"
      required
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={<NoOption says={codes.isFetching ? 'Looking…' : 'Nothing fits. Try another word.'} />}
      data={(codes.data?.items ?? []).map(({ code, description, billable, codeSays }) => ({
        value: code,
        label: [code, description, codeSays].filter(Boolean).join('  '),
        disabled: !billable || codeSays !== '',
      }))}
      onChange={(code) => onChange(codes.data?.items.find((each) => each.code === code))}
      error={error}
    />
  );
}

/** What a code alone does not say: chosen from prompts or written. */
function SpecifiersField({ prompts, ...props }: { readonly prompts: readonly string[]; readonly value?: string[]; readonly onChange?: (said: string[]) => void }) {
  return <TagsInput label="Severity, course, remission" description="Choose, or write and press Enter" data={[...prompts]} maxTags={8} {...props} />;
}

/** Adds to the problem list. */
export function AddDiagnosisForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const [prompts, setPrompts] = useState<readonly string[]>([]);
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewDiagnosis,
    initial: { programId: '', code: '', clinicianLabel: '', specifiers: [] as string[], certainty: 'confirmed', onset: '' },
    prepare: (values) => withoutBlanks({ ...values, programId: values.programId || (programs[0]?.value ?? '') }),
    keepAs: `diagnosis:${patientId}`,
    send: (body) => api.post(`/patients/${patientId}/diagnoses`, DiagnosisReply, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <CodeField
          onChange={(code) => {
            form.setFieldValue('code', code?.code ?? '');
            setPrompts(code?.prompts ?? []);
          }}
          {...(typeof form.errors['code'] === 'string' ? { error: form.errors['code'] } : {})}
        />
        <SpecifiersField prompts={prompts} {...form.getInputProps('specifiers')} />
        <TextInput label="In your words" description="Shown in place of the official text" {...form.getInputProps('clinicianLabel')} />
        <Select
          label="How certain"
          data={certainties}
          allowDeselect={false}
          {...form.getInputProps('certainty')}
          description={form.values.certainty === 'rule-out' ? ruleOutSays : undefined}
        />
        <DayField label="Since" {...form.getInputProps('onset')} />
        <Select
          label="Program"
          data={programs}
          required
          allowDeselect={false}
          {...form.getInputProps('programId')}
          value={form.values.programId || (programs[0]?.value ?? null)}
        />
        <FormEnd failure={failure} isPending={isPending} label="Add" onCancel={onDone} />
      </Stack>
    </form>
  );
}

interface OneProps {
  readonly diagnosis: DiagnosisReply;
  readonly onDone: () => void;
}

function useChange({ diagnosis, onDone }: OneProps) {
  const refresh = useRefreshPatient(diagnosis.patientId);
  return {
    send: (body: object) => api.patch(`/patients/${diagnosis.patientId}/diagnoses/${diagnosis.id}`, DiagnosisReply, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  };
}

/** Changes what is said of one diagnosis, its place in the list, or resolves it; what was said before stays in its history. */
export function ChangeDiagnosisForm({ diagnosis, onDone }: OneProps) {
  const { clinicianLabel, certainty, specifiers, rank, onset, resolved } = diagnosis;
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeDiagnosis,
    initial: { clinicianLabel, specifiers, certainty, rank, onset: onset ?? '', resolved: resolved ?? '', reason: '' },
    prepare: (values) => ({ version: diagnosis.version, ...values, onset: values.onset || null, resolved: values.resolved || null }),
    ...useChange({ diagnosis, onDone }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {diagnosis.codeSays && <Text size="sm">{diagnosis.codeSays}</Text>}
        <SpecifiersField prompts={diagnosis.prompts} {...form.getInputProps('specifiers')} />
        <TextInput label="In your words" {...form.getInputProps('clinicianLabel')} />
        <Select
          label="How certain"
          data={certainties}
          allowDeselect={false}
          {...form.getInputProps('certainty')}
          description={form.values.certainty === 'rule-out' ? ruleOutSays : undefined}
        />
        {resolved === null && (
          <NumberInput label="Place in the list" description="The first is the principal diagnosis of the program" min={1} max={99} {...form.getInputProps('rank')} />
        )}
        <DayField label="Since" {...form.getInputProps('onset')} />
        <DayField label="Resolved on" {...form.getInputProps('resolved')} />
        <TextInput label="Why, for the history" {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Marks one diagnosis as an error: it leaves the list and stays in the record. */
export function DiagnosisErrorForm({ diagnosis, onDone }: OneProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeDiagnosis,
    initial: { reason: '' },
    prepare: (values) => ({ version: diagnosis.version, enteredInError: true, ...values }),
    ...useChange({ diagnosis, onDone }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">It leaves the list and stays in the record. What is over is resolved instead, with its day.</Text>
        <Textarea label="Why it should not be there" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Entered in error" onCancel={onDone} />
      </Stack>
    </form>
  );
}
