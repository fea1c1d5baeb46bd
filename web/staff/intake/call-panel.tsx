import { Alert, Anchor, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { JoinedCall, type CallReply, type Calls } from '#server/intake/calls/calls.contract.ts';
import { RegisteredPatient } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { DayField } from '../../ui/form/fields.tsx';
import { moment, phone } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { PatientField } from '../patients/patient-field.tsx';
import { requestId } from '../patients/request-id.ts';
import { useIntakeAct } from './intake-queries.ts';
import { wordOf } from './intake-words.ts';
import { ScreeningForm } from './screening-form.tsx';

interface CallPartProps {
  readonly call: CallReply;
  readonly words: Calls;
}

function Attempts({ call, words }: CallPartProps) {
  const [way, setWay] = useState(words.ways[0]?.code ?? '');
  const [note, setNote] = useState('');
  const trying = useIntakeAct(
    (reached: boolean) => api.post(`/intake/calls/${call.id}/attempts`, undefined, { id: requestId(), way, reached, note }),
    () => setNote(''),
  );
  return (
    <Panel title="Callback" says={call.callbackDueAt ? `Promised by ${moment(call.callbackDueAt)}` : 'None promised'}>
      <Stack gap="xs">
        {call.attempts.map((attempt) => (
          <Text key={attempt.at} size="sm">
            {moment(attempt.at)}: {attempt.reached ? 'reached' : 'not reached'}, {wordOf(words.ways, attempt.way).toLowerCase()}, {attempt.madeByName}
            {attempt.note && `. ${attempt.note}`}
          </Text>
        ))}
        {call.outcome === null && (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
              <NativeSelect
                label="Tried by"
                data={words.ways.map(({ code, says }) => ({ value: code, label: says }))}
                value={way}
                onChange={(event) => setWay(event.currentTarget.value)}
              />
              <TextInput label="What was said" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            </SimpleGrid>
            {trying.isError && <Failed error={trying.error} />}
            <Group gap="xs">
              <Button size="xs" loading={trying.isPending} onClick={() => trying.mutate(true)}>
                Reached
              </Button>
              <Button size="xs" variant="default" loading={trying.isPending} onClick={() => trying.mutate(false)}>
                Not reached
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}

function namesIn(about: string): { givenName: string; familyName: string } {
  const words = about.trim().split(/\s+/);
  return { givenName: words[0] ?? '', familyName: words.slice(1).join(' ') };
}

function JoinPart({ call, onJoined }: { readonly call: CallReply; readonly onJoined: (episodeId: string) => void }) {
  const [known, setKnown] = useState('');
  const [person, setPerson] = useState({ ...namesIn(call.aboutName), birthDate: '' });
  const joining = useIntakeAct(
    async (patientId: string) => {
      const id = patientId || (await api.post('/patients', RegisteredPatient, { ...person, programId: call.programId })).id;
      return api.post(`/intake/calls/${call.id}/patient`, JoinedCall, { patientId: id });
    },
    ({ episodeId }) => onJoined(episodeId),
  );
  const field = (name: keyof typeof person) => ({
    value: person[name],
    onChange: (event: { currentTarget: { value: string } }) => setPerson({ ...person, [name]: event.currentTarget.value }),
  });
  return (
    <Panel title="Refer to the program" says="The chart begins with the name and the birth date; the rest can wait">
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
          <TextInput label="Given name" autoComplete="off" {...field('givenName')} />
          <TextInput label="Family name" autoComplete="off" {...field('familyName')} />
          <DayField label="Born on" {...field('birthDate')} />
        </SimpleGrid>
        <PatientField label="Or somebody with a chart" value={known || null} onChange={(id) => setKnown(id ?? '')} clearable />
        {joining.isError && <Failed error={joining.error} />}
        <Group>
          <Button loading={joining.isPending} onClick={() => joining.mutate(known)}>
            {known ? 'Refer this person' : 'Register and refer'}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function OutcomePart({ call, words, onDone }: CallPartProps & { readonly onDone: () => void }) {
  const choices = words.outcomes.filter(({ code }) => code !== 'referred-here');
  const [outcome, setOutcome] = useState(choices[0]?.code ?? '');
  const [note, setNote] = useState('');
  const settling = useIntakeAct(() => api.put(`/intake/calls/${call.id}/outcome`, undefined, { outcome, note }), onDone);
  return (
    <Panel title="Or it ends here">
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <NativeSelect
            label="Outcome"
            data={choices.map(({ code, says }) => ({ value: code, label: says }))}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
          <TextInput label="To whom, why" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </SimpleGrid>
        {settling.isError && <Failed error={settling.error} />}
        <Group>
          <Button variant="default" loading={settling.isPending} onClick={() => settling.mutate()}>
            Settle the call
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

/** One call: what was said, callbacks, and what comes of it: a referral with its screening, or an end. */
export function CallPanel({ call, words, onDone }: CallPartProps & { readonly onDone: () => void }) {
  const may = useMay();
  const [joined, setJoined] = useState<string | null>(null);
  if (joined !== null)
    return (
      <Stack gap="md">
        <Alert color="tide">Referred to {call.programName}. The first questions may follow at once, while the caller is there.</Alert>
        <ScreeningForm episodeId={joined} programId={call.programId} onDone={onDone} />
      </Stack>
    );
  return (
    <Stack gap="md">
      <Facts
        facts={[
          ['Called', `${moment(call.calledAt)}, taken by ${call.takenByName}`],
          ['Caller', call.callerName],
          ['Calls', wordOf(words.relations, call.callerRelation)],
          ['Telephone', phone(call.callerPhone)],
          ['About', call.aboutName],
          ['Heard of us', call.sourceName ?? call.heardFrom.replaceAll('-', ' ')],
        ]}
      />
      <Text size="sm">{call.need}</Text>
      {call.outcome !== null && (
        <Text size="sm" fw={550}>
          {wordOf(words.outcomes, call.outcome)}
          {call.outcomeNote && `: ${call.outcomeNote}`}
        </Text>
      )}
      {call.patientId !== null && (
        <Anchor component={Link} to={`/patients/${call.patientId}/summary`} size="sm">
          Open the chart
        </Anchor>
      )}
      <Attempts call={call} words={words} />
      {call.outcome === null && may('intake.write') && may('patient.register') && <JoinPart call={call} onJoined={setJoined} />}
      {call.outcome === null && may('intake.write') && <OutcomePart call={call} words={words} onDone={onDone} />}
    </Stack>
  );
}
