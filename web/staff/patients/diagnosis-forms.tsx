import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeDiagnosis, CodeList, DiagnosisReply, NewDiagnosis } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { NoOption } from '../../ui/form/no-option.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { useRefreshPatient } from './patient-queries.ts';

const certainties = [
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'provisional', label: 'Provisional' },
  { value: 'rule-out', label: 'To rule out' },
];

/** Finds an ICD-10-CM code by words or code. */
function CodeField({ error, onChange }: { readonly error?: string; readonly onChange: (code: string) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const codes = useQuery({ queryKey: ['icd10cm', asked], queryFn: () => api.get('/icd10cm', CodeList, { q: asked, limit: 20 }), placeholderData: keepPreviousData });
  return (
    <Select
      label="Diagnosis"
      description="Words or the code; the official ICD-10-CM text"
      required
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={<NoOption says={codes.isFetching ? 'Looking…' : 'Nothing fits. Try another word.'} />}
      data={(codes.data?.items ?? []).map(({ code, description, billable }) => ({ value: code, label: `${code}  ${description}`, disabled: !billable }))}
      onChange={(code) => onChange(code ?? '')}
      error={error}
    />
  );
}

/** Adds to the problem list. */
export function AddDiagnosisForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewDiagnosis,
    initial: { programId: '', code: '', clinicianLabel: '', certainty: 'confirmed', onset: '' },
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
        <CodeField onChange={(code) => form.setFieldValue('code', code)} {...(typeof form.errors['code'] === 'string' ? { error: form.errors['code'] } : {})} />
        <TextInput label="In your words" description="Shown in place of the official text" {...form.getInputProps('clinicianLabel')} />
        <Select label="How certain" data={certainties} allowDeselect={false} {...form.getInputProps('certainty')} />
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

/** Resolves or corrects one diagnosis; nothing is deleted. */
export function ResolveDiagnosisForm({ diagnosis, onDone }: { readonly diagnosis: DiagnosisReply; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(diagnosis.patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeDiagnosis,
    initial: {
      clinicianLabel: diagnosis.clinicianLabel,
      certainty: diagnosis.certainty,
      onset: diagnosis.onset ?? '',
      resolved: diagnosis.resolved ?? '',
      isWrong: false,
    },
    prepare: ({ isWrong, onset, resolved, ...rest }) => ({
      version: diagnosis.version,
      ...rest,
      onset: onset || null,
      resolved: resolved || null,
      ...(isWrong ? { enteredInError: true } : {}),
    }),
    send: (body) => api.patch(`/patients/${diagnosis.patientId}/diagnoses/${diagnosis.id}`, DiagnosisReply, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="In your words" {...form.getInputProps('clinicianLabel')} />
        <Select label="How certain" data={certainties} allowDeselect={false} {...form.getInputProps('certainty')} />
        <DayField label="Since" {...form.getInputProps('onset')} />
        <DayField label="Resolved on" {...form.getInputProps('resolved')} />
        <Checkbox label="Entered by mistake" {...form.getInputProps('isWrong', { type: 'checkbox' })} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}
