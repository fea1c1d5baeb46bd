import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftReply, OpenDraft } from '#server/charting/drafts/drafts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useMe } from '../identity/session.ts';
import { patientQueries } from '../patients/patient-queries.ts';
import { programQueries, useMyPrograms } from '../programs/program-queries.ts';
import { scheduleQueries } from '../scheduling/schedule-queries.ts';
import { templateQueries } from './designer/template-queries.ts';
import { formChoices } from './form-choices.ts';

/** The programs of mine that know this person, those with a stay first. */
function usePrograms(patientId: string): { value: string; label: string }[] {
  const mine = useMyPrograms();
  const stays = useQuery(patientQueries.episodes(patientId));
  const known = new Set(stays.data?.items.map(({ programId }) => programId));
  const ofStays = mine.filter(({ value }) => known.has(value));
  return ofStays.length > 0 ? ofStays : mine;
}

/** What can be done in a session, in the words of the kinds of appointment. */
function useServices(): { value: string; label: string }[] {
  const { data } = useQuery(scheduleQueries.types);
  const first = new Map((data?.items ?? []).toReversed().map(({ service, name }) => [service, name.split(',')[0] ?? name]));
  return [...first].map(([value, label]) => ({ value, label })).toReversed();
}

/** Begins a note about somebody without an appointment: a telephone call, a visit that nobody booked, a summary. */
export function NewNoteForm({ patientId, onCancel }: { readonly patientId: string; readonly onCancel: () => void }) {
  const navigate = useNavigate();
  const roles = useMe().roles.map(({ code }) => code);
  const [id] = useState(() => crypto.randomUUID());
  const [programs, services] = [usePrograms(patientId), useServices()];
  const [templates, all] = [useQuery(templateQueries.all), useQuery(programQueries.all)];
  const { form, submit, isPending, failure } = useContractForm({
    contract: OpenDraft,
    initial: { programId: '', templateCode: '', service: '' },
    prepare: (values) => withoutBlanks({ ...values, id, patientId, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post('/drafts', DraftReply, body),
    onSent: (draft) => void navigate({ to: '/notes/$draftId', params: { draftId: draft.id } } as never),
  });
  const programId = form.values.programId || programs[0]?.value;
  const chosen = templates.data?.items.find(({ code }) => code === form.values.templateCode);
  const choices = formChoices(
    templates.data?.items ?? [],
    roles,
    all.data?.items.find((one) => one.id === programId),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          The note of an appointment is opened from the day list: there its times and its service are filled in.
        </Text>
        {programs.length > 1 && <Select label="Program" data={programs} allowDeselect={false} {...form.getInputProps('programId')} value={programId ?? null} />}
        <Select label="Form" data={choices} searchable data-autofocus {...form.getInputProps('templateCode')} value={form.values.templateCode || null} />
        {chosen?.form.asksTimes && (
          <Select
            label="What was done"
            description="Decides what can be billed. Leave it empty when nothing is."
            data={services}
            searchable
            clearable
            {...form.getInputProps('service')}
            value={form.values.service || null}
          />
        )}
        <FormEnd failure={failure} isPending={isPending} label="Open the note" onCancel={onCancel} />
      </Stack>
    </form>
  );
}
