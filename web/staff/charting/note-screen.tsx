import { Alert, Anchor, Badge, Button, Card, Divider, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { NoteReply, type NoteReply as Note } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { NoteCorrections } from './note-corrections.tsx';
import { NoteStanding } from './note-standing.tsx';
import { headerLines, modalityWords } from './note-words.ts';
import { SealedSections } from './sealed-sections.tsx';

function AddendumForm({ noteId }: { readonly noteId: string }) {
  const queries = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const add = useMutation({
    mutationFn: () => api.post(`/notes/${noteId}/addenda`, NoteReply, { id, text }),
    onSuccess: async () => {
      setOpen(false);
      setText('');
      await queries.invalidateQueries({ queryKey: ['note', noteId] });
    },
  });
  if (!open) {
    return (
      <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
        Add an addendum
      </Button>
    );
  }
  return (
    <Stack gap="xs" className="no-print">
      <Textarea
        label="Addendum"
        description="Signed as you add it. The note itself stays as it was signed."
        autosize
        minRows={3}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {add.isError && <Alert color="orange">{wordsOf(add.error).title}</Alert>}
      <Group gap="xs">
        <Button loading={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate()}>
          Sign the addendum
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          Leave it
        </Button>
      </Group>
    </Stack>
  );
}

function Sealed({ note }: { readonly note: Note }) {
  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        {!note.intact && (
          <Alert color="red" title="This record does not match its seal">
            What is stored is not what was signed. Tell the privacy officer.
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {[
            note.header?.startedAt ? moment(note.header.startedAt) : null,
            note.minutes ? `${note.minutes} minutes` : null,
            note.header && modalityWords(note.header.modality),
            note.programName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {note.header && headerLines(note.header).length > 0 && <Text size="sm">{headerLines(note.header).join(' · ')}</Text>}
        {note.diagnoses.length > 0 && <Text size="sm">{note.diagnoses.map(({ code, description }) => `${code} ${description}`).join('; ')}</Text>}
        {note.lateSince && (
          <Text size="sm">
            <Badge variant="light" color="orange">
              Late entry
            </Badge>{' '}
            due {moment(note.lateSince)}
          </Text>
        )}
        {note.error && (
          <Alert color="red" title={`Entered in error by ${note.error.by}, ${moment(note.error.at)}`}>
            {note.error.reason}
          </Alert>
        )}
        {note.amendments.length > 0 && <Text size="sm">Amended since; the corrected text stands below. First, as it was signed:</Text>}
        <div style={note.error ? { textDecoration: 'line-through' } : undefined}>
          <SealedSections sections={note.sections} />
        </div>
        {note.attestations.map(({ id, words }) => (
          <Text key={id} size="sm">
            {words}
          </Text>
        ))}
        <Divider />
        <Text size="sm">
          Signed by {[note.signedBy, note.credential].filter(Boolean).join(', ')}
          {note.supervisorName ? `, supervised by ${note.supervisorName}` : ''} on {moment(note.signedAt)}
        </Text>
        <Text size="xs" c="dimmed" style={{ wordBreak: 'break-all' }}>
          Seal SHA-256 {note.digest}
        </Text>
        {note.amendments.map((amendment) => (
          <Card key={amendment.id} withBorder padding="sm" component="section" aria-label="Amendment">
            <Badge variant="light" mb={4}>
              Amendment
            </Badge>
            <Text size="sm" mb="xs">
              Corrected because: {amendment.reason}
            </Text>
            <SealedSections sections={amendment.sections} />
            <Text size="xs" c="dimmed" mt={4}>
              {[amendment.signedBy, amendment.credential].filter(Boolean).join(', ')}, {moment(amendment.signedAt)}
            </Text>
          </Card>
        ))}
        {note.addenda.map((addendum) => (
          <Card key={addendum.id} withBorder padding="sm">
            <Badge variant="light" mb={4}>
              Addendum
            </Badge>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{addendum.text}</Text>
            <Text size="xs" c="dimmed" mt={4}>
              {[addendum.signedBy, addendum.credential].filter(Boolean).join(', ')}, {moment(addendum.signedAt)}
            </Text>
          </Card>
        ))}
      </Stack>
    </Card>
  );
}

/** A signed note as it was signed, with its addenda and its seal. Prints as it stands. */
export function NoteScreen() {
  const { noteId } = useParams({ strict: false }) as { noteId: string };
  const may = useMay();
  const note = useQuery({ queryKey: ['note', noteId], queryFn: () => api.get(`/notes/${noteId}`, NoteReply) });
  if (note.isPending) return <Waiting />;
  if (note.isError) return <Failed error={note.error} retry={() => void note.refetch()} />;
  return (
    <Page
      title={note.data.title}
      width={860}
      actions={
        <Group gap="sm" className="no-print">
          <Anchor component={Link} size="sm" to={`/patients/${note.data.patientId}`}>
            {note.data.patientName}
          </Anchor>
          <Button variant="default" component="a" href={`/api/notes/${note.data.id}/print`} target="_blank" rel="noreferrer">
            Print (PDF)
          </Button>
        </Group>
      }
    >
      <Sealed note={note.data} />
      <NoteStanding note={note.data} />
      {may('note.sign') && <NoteCorrections note={note.data} />}
      {may('note.sign') && <AddendumForm noteId={noteId} />}
    </Page>
  );
}
