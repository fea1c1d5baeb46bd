import { Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { MadeEpisode, OpenEpisode, ReferralSource, type Episode } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { useMay, useMe } from '../identity/session.ts';
import { ChecklistPanel } from '../intake/checklist-panel.tsx';
import { MissingAtDischarge } from '../stays/stay-end-panel.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { stepWords, type EpisodeStep } from './episode-words.ts';
import { useMyPrograms } from './program-queries.ts';

const sources = ReferralSource.options.map((code) => ({ code, says: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ') }));

/** Opens a stay by a referral. */
export function ReferralForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const { organisation } = useMe();
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: OpenEpisode,
    initial: { patientId, programId: '', referredOn: today(organisation.timeZone), source: 'self', reason: '' },
    keepAs: `referral:${patientId}`,
    send: (body) => api.post('/episodes', MadeEpisode, body),
    onSent: () => {
      tell('The referral is on record.');
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ChoiceField label="Program" required choices={programs.map(({ value, label }) => ({ code: value, says: label }))} {...form.getInputProps('programId')} />
        <DayField label="Referred on" required {...form.getInputProps('referredOn')} />
        <ChoiceField label="Referred by" required choices={sources} {...form.getInputProps('source')} />
        <Textarea label="Reason" autosize minRows={3} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Refer" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function ClinicianField({ programId, ...props }: { readonly programId: string; readonly value: string; readonly onChange: (id: string) => void }) {
  const staff = useQuery({ queryKey: ['directory', programId], queryFn: () => api.get('/staff/directory', StaffDirectory, { programId }) });
  const clinicians = (staff.data?.items ?? []).filter(({ isClinical }) => isClinical);
  return (
    <Select
      label="Chiefly responsible"
      searchable
      clearable
      data={clinicians.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      value={props.value || null}
      onChange={(id) => props.onChange(id ?? '')}
    />
  );
}

interface StepFormProps {
  readonly patientId: string;
  readonly episode: z.infer<typeof Episode>;
  readonly step: EpisodeStep;
  readonly onDone: () => void;
}

/** Takes a stay one step further. */
export function StepForm({ patientId, episode, step, onDone }: StepFormProps) {
  const { organisation } = useMe();
  const may = useMay();
  const refresh = useRefreshPatient(patientId);
  const { button, contract, reasons } = stepWords[step];
  const { form, submit, isPending, failure } = useContractForm({
    contract: contract as z.ZodType<object>,
    initial: { on: today(organisation.timeZone), reason: '', note: '', primaryClinicianId: '' },
    keepAs: `${step}:${episode.id}`,
    send: (body) => api.post(`/episodes/${episode.id}/${step}`, MadeEpisode, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {step === 'admission' && <Text size="sm">Admission begins treatment: from this day notes and charges belong to this stay.</Text>}
        {step === 'discharge' && may('chart.read') && <MissingAtDischarge episodeId={episode.id} />}
        {step === 'admission' && may('intake.read') && <ChecklistPanel episodeId={episode.id} only="before" />}
        <DayField label="On" required {...form.getInputProps('on')} />
        {reasons.length > 0 && <ChoiceField label="Why" required choices={reasons} {...form.getInputProps('reason')} />}
        {step === 'admission' ? (
          <ClinicianField programId={episode.programId} value={form.values.primaryClinicianId} onChange={(id) => form.setFieldValue('primaryClinicianId', id)} />
        ) : (
          <Textarea label="Note" autosize minRows={3} {...form.getInputProps('note')} />
        )}
        <FormEnd failure={failure} isPending={isPending} label={button} onCancel={onDone} />
      </Stack>
    </form>
  );
}
