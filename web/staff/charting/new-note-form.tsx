import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftReply, OpenDraft } from '#server/charting/drafts/drafts.contract.ts';
import type { Template } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useMe } from '../identity/session.ts';
import { patientQueries } from '../patients/patient-queries.ts';
import { programQueries, useMyPrograms } from '../programs/program-queries.ts';
import { scheduleQueries } from '../scheduling/schedule-queries.ts';
import { templateQueries } from './designer/template-queries.ts';
import { formChoices } from './form-choices.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The programs of mine in which this person stays, all of mine when in none of them. */
function programsOf(mine: readonly Choice[], stays: readonly { readonly programId: string }[]): readonly Choice[] {
  const known = new Set(stays.map(({ programId }) => programId));
  const ofStays = mine.filter(({ value }) => known.has(value));
  return ofStays.length > 0 ? ofStays : mine;
}

/** What can be done in a session, in the words of the kinds of appointment. */
function useServices(): Choice[] {
  const { data } = useQuery(scheduleQueries.types);
  const first = new Map((data?.items ?? []).toReversed().map(({ service, name }) => [service, name.split(',')[0] ?? name]));
  return [...first].map(([value, label]) => ({ value, label })).toReversed();
}

interface FieldsProps {
  readonly patientId: string;
  readonly programs: readonly Choice[];
  readonly templates: readonly Template[];
  readonly onCancel: () => void;
}

function NewNoteFields({ patientId, programs, templates, onCancel }: FieldsProps) {
  const navigate = useNavigate();
  const roles = useMe().roles.map(({ code }) => code);
  const [id] = useState(() => crypto.randomUUID());
  const services = useServices();
  const all = useQuery(programQueries.all);
  const { form, submit, isPending, failure } = useContractForm({
    contract: OpenDraft,
    initial: { programId: '', templateCode: '', service: '' },
    prepare: (values) => withoutBlanks({ ...values, id, patientId, programId: values.programId || (programs[0]?.value ?? '') }),
    send: (body) => api.post('/drafts', DraftReply, body),
    onSent: (draft) => void navigate({ to: '/notes/$draftId', params: { draftId: draft.id } } as never),
  });
  const programId = form.values.programId || programs[0]?.value;
  const chosen = templates.find(({ code }) => code === form.values.templateCode);
  const choices = formChoices(
    templates,
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

/**
 * Begins a note about somebody without an appointment: a telephone call, a visit that nobody booked, a summary.
 * Nothing can be chosen before all choices are known, so that none changes under the hand.
 */
export function NewNoteForm({ patientId, onCancel }: { readonly patientId: string; readonly onCancel: () => void }) {
  const [stays, templates, programs] = [useQuery(patientQueries.episodes(patientId)), useQuery(templateQueries.all), useQuery(programQueries.all)];
  const mine = useMyPrograms();
  const failed = [stays, templates, programs].find(({ isError }) => isError);
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  if (!stays.data || !templates.data || !programs.data) return <Waiting label="Finding the forms" />;
  return <NewNoteFields patientId={patientId} programs={programsOf(mine, stays.data.items)} templates={templates.data.items} onCancel={onCancel} />;
}
