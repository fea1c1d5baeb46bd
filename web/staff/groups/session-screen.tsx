import { Alert, Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { SeatTile } from './seat-tile.tsx';
import { isSaved, marked, sharedTyped, withEdits, type SessionEdits } from './session-edits.ts';
import { spanWords } from './session-words.ts';
import { useSessionEdits } from './use-session-edits.ts';

function useSigning(session: SessionReply, settle: () => Promise<SessionReply>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { version } = await settle();
      return api.post(`/group-sessions/${session.id}/signature`, SessionReply, { version });
    },
    onSuccess: (signed) => {
      queries.setQueryData(['group-session', session.id], signed);
      return queries.invalidateQueries({ queryKey: ['group-sessions'] });
    },
  });
}

function Shared({ seen, onType }: { readonly seen: SessionReply; readonly onType: (name: 'topic' | 'narrative', text: string) => void }) {
  const saysOf = (at: string) => seen.obstacles.find((obstacle) => obstacle.at === at && obstacle.code.includes('names'))?.says;
  return (
    <Panel title="For all" says={seen.kind === 'group' ? 'Goes into every record: name no member here' : 'The joint part, in the record of each'}>
      <Stack gap="xs">
        <TextInput label="Topic or lesson" value={seen.topic} error={saysOf('topic')} onChange={(event) => onType('topic', event.currentTarget.value)} />
        <Textarea
          label="The session"
          autosize
          minRows={3}
          value={seen.narrative}
          error={saysOf('narrative')}
          onChange={(event) => onType('narrative', event.currentTarget.value)}
        />
      </Stack>
    </Panel>
  );
}

function allHere(edits: SessionEdits, seen: SessionReply): SessionEdits {
  return seen.seats.filter(({ attendance }) => attendance === 'expected').reduce((all, { patientId }) => marked(all, patientId, { attendance: 'present' }), edits);
}

function SignBar({ seen, saved, signing }: { readonly seen: SessionReply; readonly saved: boolean; readonly signing: ReturnType<typeof useSigning> }) {
  const left = seen.obstacles.length;
  const rest = seen.obstacles.filter(({ at }) => at === undefined || !at.startsWith('seats.'));
  return (
    <Panel
      title="Sign"
      says={`One signature seals ${seen.seats.length} records`}
      actions={
        <Group gap="sm">
          <Text size="xs" c="dimmed" role="status">
            {saved ? 'Saved' : 'Saving'}
          </Text>
          <Button loading={signing.isPending} onClick={() => signing.mutate()}>
            Sign all
          </Button>
        </Group>
      }
    >
      {left === 0 ? <Text size="sm">Everything is there.</Text> : <Text size="sm">{left} still to do.</Text>}
      {rest.map(({ says }) => (
        <Text key={says} size="xs" c="dimmed">
          {says}
        </Text>
      ))}
      {signing.isError && <Failed error={signing.error} />}
    </Panel>
  );
}

const nothing: readonly string[] = [];

function wordsAt(obstacles: SessionReply['obstacles']): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(obstacles, ({ at }) => at ?? '');
  return new Map([...grouped].map(([at, those]) => [at, those.map(({ says }) => says)]));
}

function Board({ session }: { readonly session: SessionReply }) {
  const { timeZone } = useMe().organisation;
  const { edits, setEdits, settle, failure } = useSessionEdits(session);
  const signing = useSigning(session, settle);
  const seen = withEdits(session, edits);
  const expected = seen.seats.filter(({ attendance }) => attendance === 'expected').length;
  const { startsAt, endsAt, obstacles } = session;
  const span = useMemo(() => ({ startsAt, endsAt }), [startsAt, endsAt]);
  const held = new Map(session.seats.map((seat) => [seat.patientId, seat]));
  const saysOf = useMemo(() => wordsAt(obstacles), [obstacles]);
  return (
    <Stack gap="md">
      {failure !== undefined && <Alert color="orange">Not on the server yet. What you wrote is kept on this device and sent again.</Alert>}
      <Shared seen={seen} onType={(name, text) => setEdits((now) => sharedTyped(now, session, name, text))} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {seen.seats.length} members, {expected} not marked. On a tile: H here, L late, E left early, A absent.
        </Text>
        <Button size="compact-sm" variant="light" disabled={expected === 0} onClick={() => setEdits((now) => allHere(now, seen))}>
          All here
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
        {seen.seats.map((seat) => (
          <SeatTile
            key={seat.patientId}
            session={span}
            seat={seat}
            timeZone={timeZone}
            says={saysOf.get(`seats.${seat.patientId}`) ?? nothing}
            held={held.get(seat.patientId) ?? seat}
            setEdits={setEdits}
          />
        ))}
      </SimpleGrid>
      {seen.seats.length === 0 && <Empty>Nobody was on the roster that day. Add members to the group, then open the session again.</Empty>}
      <SignBar seen={seen} saved={isSaved(edits)} signing={signing} />
    </Stack>
  );
}

function Signed({ session }: { readonly session: SessionReply }) {
  return (
    <Panel title="Signed records" says="One for each member. What is wrong in one is put right by an addendum there." flush>
      <Lines
        label="Signed records"
        rows={session.seats}
        keyOf={({ patientId }) => patientId}
        columns={[
          { label: 'Member', cell: ({ name }) => name },
          { label: 'Minutes', cell: ({ attendance, minutes }) => (attendance === 'present' ? minutes : 'absent') },
          {
            label: 'Record',
            cell: ({ noteId }) => (
              <Anchor component={Link} to={`/signed-notes/${noteId ?? ''}`} size="sm">
                Open
              </Anchor>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** The board of one session: what all share, a tile for each member, one signature. */
export function SessionScreen() {
  const { sessionId } = useParams({ strict: false }) as { sessionId: string };
  const { timeZone } = useMe().organisation;
  const session = useQuery({ queryKey: ['group-session', sessionId], queryFn: () => api.get(`/group-sessions/${sessionId}`, SessionReply) });
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Waiting label="Opening the session" />;
  const { groupName, facilitatorName, signedAt } = session.data;
  return (
    <Page
      title={groupName}
      actions={
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {spanWords(session.data, timeZone)}, led by {facilitatorName}
          </Text>
          {signedAt !== null && <Badge variant="light">signed</Badge>}
        </Group>
      }
    >
      {signedAt === null ? <Board key={sessionId} session={session.data} /> : <Signed session={session.data} />}
    </Page>
  );
}
