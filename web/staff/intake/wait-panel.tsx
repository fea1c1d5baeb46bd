import { Anchor, Badge, Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WaitReply, Waitlist } from '#server/intake/waitlist/waitlist.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment, phone } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { useIntakeAct } from './intake-queries.ts';
import { actWords, clockStanding, wordOf } from './intake-words.ts';

interface WaitPartProps {
  readonly wait: WaitReply;
  readonly words: Waitlist;
}

type Kind = WaitReply['acts'][number]['kind'];

function ActPart({ wait, words }: WaitPartProps) {
  const services = words.interimServices.filter((service) => service.for === 'all' || wait.priority.startsWith('pregnant'));
  const [way, setWay] = useState(words.ways[0]?.code ?? '');
  const [service, setService] = useState(services[0]?.code ?? '');
  const [note, setNote] = useState('');
  const acting = useIntakeAct(
    ({ kind, what }: { kind: Kind; what: string }) => api.post(`/intake/waitlist/${wait.id}/acts`, undefined, { id: requestId(), kind, what, note }),
    () => setNote(''),
  );
  const button = (label: string, kind: Kind, what: string) => (
    <Button key={kind} size="xs" variant="default" disabled={acting.isPending} onClick={() => acting.mutate({ kind, what })}>
      {label}
    </Button>
  );
  const choice = (label: string, choices: readonly { code: string; says: string }[], value: string, set: (value: string) => void) => (
    <NativeSelect
      label={label}
      data={choices.map(({ code, says }) => ({ value: code, label: says }))}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <Panel title="Write what was done" says="Kept for good with your name and the time: it is the proof">
      <Stack gap="sm">
        <TextInput label="What was said, who was there" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {choice('Contact by', words.ways, way, setWay)}
          <Group gap="xs" align="end">
            {button('Reached', 'reached', way)}
            {button('Not reached', 'not-reached', way)}
          </Group>
          {choice('Interim service', services, service, setService)}
          <Group gap="xs" align="end">
            {button('Given', 'interim-given', service)}
            {button('Declined by the person', 'interim-declined', service)}
          </Group>
        </SimpleGrid>
        <Group gap="xs">
          {wait.isOffered ? [button('Accepts the place', 'accepted', ''), button('Declines the place', 'declined', '')] : button('Offer a place', 'offered', '')}
        </Group>
        {acting.isError && <Failed error={acting.error} />}
      </Stack>
    </Panel>
  );
}

function LeavePart({ wait, words, onDone }: WaitPartProps & { readonly onDone: () => void }) {
  const [reason, setReason] = useState(words.removals[0]?.code ?? '');
  const leaving = useIntakeAct(() => api.post(`/intake/waitlist/${wait.id}/removal`, undefined, { reason }), onDone);
  return (
    <Panel title="Off the list" says="An admission takes off the list by itself">
      <Group align="end" gap="xs">
        <NativeSelect
          label="Because"
          data={words.removals.map(({ code, says }) => ({ value: code, label: says }))}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          Take off the list
        </Button>
      </Group>
      {leaving.isError && <Failed error={leaving.error} />}
    </Panel>
  );
}

/** One who waits: clocks, all that was done, and what to write. */
export function WaitPanel({ wait, words, onDone }: WaitPartProps & { readonly onDone: () => void }) {
  const may = useMay();
  return (
    <Stack gap="md">
      <Text size="sm">
        {wait.prioritySays}, waits since {moment(wait.since)} for {wait.programName}. {wait.phone ? `Telephone ${phone(wait.phone)}.` : 'No telephone on record.'}
      </Text>
      <Anchor component={Link} to={`/patients/${wait.patientId}/summary`} size="sm">
        Open the chart to admit
      </Anchor>
      <Panel title="Clocks">
        <Stack gap={6}>
          {wait.clocks.map((clock) => {
            const { says, color } = clockStanding(clock, moment);
            return (
              <Group key={clock.code} justify="space-between">
                <Text size="sm">{clock.says}</Text>
                <Badge size="sm" variant="light" color={color} tt="none">
                  {says}
                </Badge>
              </Group>
            );
          })}
        </Stack>
      </Panel>
      {may('intake.write') && <ActPart wait={wait} words={words} />}
      <Panel title="Done so far">
        <Stack gap={6}>
          {wait.acts.length === 0 && (
            <Text size="sm" c="dimmed">
              Nothing was written yet.
            </Text>
          )}
          {wait.acts.toReversed().map((act) => (
            <Text key={`${act.at} ${act.kind}`} size="sm">
              {moment(act.at)}: {actWords[act.kind]}
              {act.what && ` (${wordOf([...words.ways, ...words.interimServices], act.what)})`}, {act.madeByName}
              {act.note && `. ${act.note}`}
            </Text>
          ))}
        </Stack>
      </Panel>
      {may('intake.write') && <LeavePart wait={wait} words={words} onDone={onDone} />}
    </Stack>
  );
}
