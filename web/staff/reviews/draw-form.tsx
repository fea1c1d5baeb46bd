import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DrawSample, Sample } from '#server/reviews/charts/reviews.contract.ts';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { useMe } from '../identity/session.ts';
import { programQueries, useMyPrograms } from '../programs/program-queries.ts';
import { reviewQueries } from './review-queries.ts';

function daysBefore(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** Draws charts by chance and opens a review of each. */
export function DrawForm({ onDone }: { readonly onDone: () => void }) {
  const { organisation } = useMe();
  const queries = useQueryClient();
  const checklists = useQuery(reviewQueries.checklists);
  const programs = useMyPrograms();
  const all = useQuery(programQueries.all);
  const staff = useQuery({ queryKey: ['staff-directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  const levels = new Map((all.data?.items ?? []).map(({ levelOfCare: { code, name } }) => [code, name]));
  const now = today(organisation.timeZone);
  const { form, submit, isPending, failure } = useContractForm({
    contract: DrawSample,
    initial: { checklist: 'chart-audit', programId: '', staffId: '', levelOfCare: '', from: daysBefore(now, 90), to: now, size: 5 },
    send: (body) => api.post('/chart-review-samples', Sample, body),
    onSent: ({ items, of, seed }) => {
      tell(`${items.length} of ${of} charts drawn, seed ${seed}.`);
      void queries.invalidateQueries({ queryKey: ['reviews'] });
      onDone();
    },
  });
  const choice = (path: 'programId' | 'staffId' | 'levelOfCare') => ({
    ...form.getInputProps(path),
    value: form.values[path] || null,
    onChange: (value: string | null) => form.setFieldValue(path, value ?? ''),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">Each chart has the same chance. The seed is kept: whoever doubts the draw draws it again.</Text>
        <Select
          label="Checklist"
          required
          allowDeselect={false}
          data={(checklists.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('checklist')}
        />
        <Select label="Program" placeholder="All of mine" clearable data={programs} {...choice('programId')} />
        <Select
          label="Primary clinician"
          placeholder="Everybody"
          clearable
          searchable
          data={(staff.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          {...choice('staffId')}
        />
        <Select label="Level of care" placeholder="Every level" clearable data={[...levels].map(([value, label]) => ({ value, label }))} {...choice('levelOfCare')} />
        <Group grow align="start">
          <DayField label="In care from" required {...form.getInputProps('from')} />
          <DayField label="to" required {...form.getInputProps('to')} />
          <NumberInput label="How many" min={1} max={60} {...form.getInputProps('size')} />
        </Group>
        <FormEnd failure={failure} isPending={isPending} label="Draw" onCancel={onDone} />
      </Stack>
    </form>
  );
}
