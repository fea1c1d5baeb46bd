import { Alert, Badge, Button, Card, Checkbox, Group, Stack, Text, Textarea, Timeline } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NoteReply, type NoteReply as Note } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { moment } from '../../ui/format/words.ts';
import { useMe } from '../identity/session.ts';

const states = {
  asked: { says: 'Awaits a co-signature', color: 'orange' },
  returned: { says: 'Returned to be mended', color: 'orange' },
  cosigned: { says: 'Co-signed', color: 'green' },
  'entered-in-error': { says: 'Entered in error', color: 'red' },
} as const;

/** An act on a signed note; what comes back is shown at once. */
export function useNoteAct(noteId: string, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body?: object }) => api.post(`/notes/${noteId}/${path}`, NoteReply, body ?? {}),
    onSuccess: async (note) => {
      queries.setQueryData(['note', noteId], note);
      onDone?.();
      await queries.invalidateQueries({ queryKey: ['signature-queue'] });
    },
  });
}

/** What was said no to, in its own words. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const { title, lines } = wordsOf(error);
  return (
    <Alert color="orange" role="alert">
      {(lines.length > 0 ? lines : [title]).join(' ')}
    </Alert>
  );
}

function SupervisorActs({ note, standing }: { readonly note: Note; readonly standing: NonNullable<Note['standing']> }) {
  const act = useNoteAct(note.id);
  const [attested, setAttested] = useState<readonly string[]>([]);
  const [comment, setComment] = useState('');
  return (
    <Stack gap="xs">
      {standing.attestations.map(({ id, words }) => (
        <Checkbox
          key={id}
          label={words}
          checked={attested.includes(id)}
          onChange={({ currentTarget: { checked } }) => setAttested(checked ? [...attested, id] : attested.filter((each) => each !== id))}
        />
      ))}
      <Textarea
        label="What is to be mended"
        description="Only to return it"
        autosize
        minRows={1}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Refusal error={act.error} />
      <Group gap="xs">
        <Button
          loading={act.isPending}
          disabled={attested.length < standing.attestations.length}
          onClick={() => act.mutate({ path: 'cosignature', body: { digest: standing.digest, attested } })}
        >
          Co-sign
        </Button>
        <Button
          variant="default"
          loading={act.isPending}
          disabled={comment.trim() === ''}
          onClick={() => act.mutate({ path: 'return', body: { digest: standing.digest, comments: [{ section: '', text: comment }] } })}
        >
          Return to {note.signedBy}
        </Button>
      </Group>
    </Stack>
  );
}

/** Where a signed note stands: what was asked of whom, by which rule, what came back, and the next step for whoever it waits for. */
export function NoteStanding({ note }: { readonly note: Note }) {
  const me = useMe().staff.id;
  const again = useNoteAct(note.id);
  const { standing } = note;
  if (!standing || standing.state === 'entered-in-error') return null;
  const { says, color } = states[standing.state];
  const isAuthor = me === note.signedById;
  return (
    <Card withBorder padding="md" component="section" aria-label="Co-signature" className="no-print">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>Co-signature</Text>
          <Badge variant="light" color={color}>
            {says}
          </Badge>
        </Group>
        <Text size="sm" title={`Source: ${standing.source}`}>
          {standing.says}
        </Text>
        <Timeline bulletSize={10} lineWidth={1}>
          {standing.steps.map(({ number, state, by, at, askedOfName, dueAt, comments, attestations }) => (
            <Timeline.Item key={number}>
              <Text size="sm">
                {states[state].says}
                {state === 'asked' ? ` of ${askedOfName ?? 'anybody qualified'}${dueAt ? `, due ${moment(dueAt)}` : ''}` : ` by ${by}`}, {moment(at)}
              </Text>
              {comments.map(({ section, text }) => (
                <Text key={section} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {[note.sections.find(({ key }) => key === section)?.label, text].filter(Boolean).join(': ')}
                </Text>
              ))}
              {attestations.map(({ id, words }) => (
                <Text key={id} size="xs" c="dimmed">
                  {words}
                </Text>
              ))}
            </Timeline.Item>
          ))}
        </Timeline>
        {standing.state === 'asked' && !isAuthor && <SupervisorActs note={note} standing={standing} />}
        {standing.state === 'returned' && isAuthor && (
          <Group gap="xs">
            <Button loading={again.isPending} onClick={() => again.mutate({ path: 'resubmission' })}>
              Hand it in again
            </Button>
            <Text size="sm" c="dimmed">
              Amend it first, or add an addendum.
            </Text>
          </Group>
        )}
        <Refusal error={again.error} />
      </Stack>
    </Card>
  );
}
