import { Badge, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import type { Episode } from '#server/programs/episodes/episodes.contract.ts';
import { MakeTransition, Transition, TransitionPreview } from '#server/transitions/transitions/transitions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { MedicationDecisions } from '../medications/medication-decisions.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { instantAt, wallTime } from '../scheduling/zoned-time.ts';
import { inGroups, kindWords, localMoment } from './transition-words.ts';
import { useTransitions } from './transition-queries.ts';

const doesWords = { carried: 'Goes along', opened: 'Begins', closed: 'Ends', kept: 'Stays' } as const;
const doesColor = { carried: 'tide', opened: 'tide', closed: 'orange', kept: 'gray' } as const;

function Effects({ preview }: { readonly preview: z.infer<typeof TransitionPreview> }) {
  return (
    <Panel title={`What happens: ${kindWords[preview.kind]}`}>
      <Stack gap="sm">
        {inGroups(preview.effects).map(({ label, effects }) => (
          <div key={label}>
            <Text size="xs" fw={600} c="dimmed">
              {label}
            </Text>
            {effects.map(({ does, says }) => (
              <Group key={says} gap="xs" wrap="nowrap" align="baseline">
                <Badge size="xs" variant="light" color={doesColor[does]} style={{ flex: 'none' }}>
                  {doesWords[does]}
                </Badge>
                <Text size="sm">{says}</Text>
              </Group>
            ))}
          </div>
        ))}
        {preview.obstacles.map(({ says }) => (
          <Text key={says} size="sm" c="orange.8" fw={550} role="note">
            {says}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}

interface TransitionFormProps {
  readonly patientId: string;
  readonly episode: z.infer<typeof Episode>;
  readonly onDone: () => void;
}

/** Moves a person to another program: four fields, and below them all that will be carried, closed and opened. */
export function TransitionForm({ patientId, episode, onDone }: TransitionFormProps) {
  const { organisation } = useMe();
  const may = useMay();
  const refresh = useRefreshPatient(patientId);
  const programs = useMyPrograms().filter(({ value }) => value !== episode.programId || episode.state === 'discharged');
  const transitions = useTransitions(patientId);
  const zone = organisation.timeZone;
  const now = useNow();
  const { form, submit, isPending, failure } = useContractForm({
    contract: MakeTransition,
    initial: {
      id: crypto.randomUUID(),
      episodeId: episode.id,
      toProgramId: '',
      at: localMoment(wallTime(now, zone)),
      reason: '',
      clinicianId: '',
    },
    prepare: (values) => ({ ...values, at: momentOf(values.at, zone) }),
    send: (body) => api.post('/transitions', Transition, body),
    onSent: ({ toName }) => {
      tell(`The patient is in ${toName} now.`);
      void refresh();
      onDone();
    },
  });
  const { toProgramId, clinicianId, reason, at } = form.values;
  const staff = useQuery({
    queryKey: ['directory', toProgramId],
    queryFn: () => api.get('/staff/directory', StaffDirectory, { programId: toProgramId }),
    enabled: toProgramId !== '',
  });
  const wish = { episodeId: episode.id, toProgramId, at: momentOf(at, zone), reason, clinicianId };
  const preview = useQuery({
    queryKey: ['patient', patientId, 'transition-preview', wish],
    queryFn: () => api.post('/transitions/preview', TransitionPreview, wish),
    enabled: [toProgramId, at, reason, clinicianId].every((value) => value !== ''),
    placeholderData: (before) => before,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ChoiceField
          label="To which program"
          required
          choices={programs.map(({ value, label }) => ({ code: value, says: label }))}
          {...form.getInputProps('toProgramId')}
          onChange={(id) => form.setValues({ toProgramId: id, clinicianId: '' })}
        />
        <TextInput label="When" type="datetime-local" required {...form.getInputProps('at')} />
        <ChoiceField label="Why" required choices={transitions.data?.reasons ?? []} {...form.getInputProps('reason')} />
        <Select
          label="Chiefly responsible there"
          required
          searchable
          disabled={toProgramId === ''}
          data={(staff.data?.items ?? []).filter(({ isClinical }) => isClinical).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          {...form.getInputProps('clinicianId')}
          value={clinicianId || null}
          onChange={(id) => form.setFieldValue('clinicianId', id ?? '')}
        />
        {toProgramId !== '' && may('medication.read') && <MedicationDecisions patientId={patientId} fromProgramId={episode.programId} toProgramId={toProgramId} />}
        {preview.isFetching && !preview.data && <Waiting />}
        {preview.isError && <Failed error={preview.error} />}
        {preview.data && <Effects preview={preview.data} />}
        {!preview.data && !preview.isFetching && (
          <Text size="sm" c="dimmed">
            Fill in all four, and you see what goes along, what ends and what begins. It can be taken back for a day.
          </Text>
        )}
        <FormEnd failure={failure} isPending={isPending} label="Move the patient" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function momentOf(local: string, zone: string): string {
  const [day = '', time = ''] = local.split('T');
  const [hour = '0', minute = '0'] = time.split(':');
  return day === '' ? '' : instantAt(day, Number(hour) * 60 + Number(minute), zone);
}
