import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { NoteReply as Note } from '#server/charting/notes/notes.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { useMe } from '../identity/session.ts';
import { Refusal, useNoteAct } from './note-standing.tsx';

function AmendForm({ note, onDone }: { readonly note: Note; readonly onDone: () => void }) {
  const standing = note.amendments.at(-1)?.sections ?? note.sections;
  const [id] = useState(() => crypto.randomUUID());
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const act = useNoteAct(note.id, onDone);
  return (
    <Stack gap="sm">
      <Text size="sm">What was signed stays and is printed too. The corrected text is signed as you save it.</Text>
      {standing.map(({ key, label, text }) => (
        <Textarea
          key={key}
          label={label}
          autosize
          minRows={1}
          value={texts[key] ?? text}
          onChange={(event) => setTexts({ ...texts, [key]: event.currentTarget.value })}
        />
      ))}
      <Textarea label="Why it is corrected" required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Refusal error={act.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Leave it
        </Button>
        <Button loading={act.isPending} disabled={reason.trim().length < 3} onClick={() => act.mutate({ path: 'amendments', body: { id, reason, sections: texts } })}>
          Sign the amendment
        </Button>
      </Group>
    </Stack>
  );
}

function ErrorForm({ note, onDone }: { readonly note: Note; readonly onDone: () => void }) {
  const [reason, setReason] = useState('');
  const act = useNoteAct(note.id, onDone);
  return (
    <Stack gap="sm">
      <Text size="sm">The note stays readable, struck through, with your reason. It cannot be taken back; the appointment may have a new note.</Text>
      <Textarea label="What is wrong with it" required autosize minRows={2} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Refusal error={act.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Leave it
        </Button>
        <Button color="red" loading={act.isPending} disabled={reason.trim().length < 3} onClick={() => act.mutate({ path: 'error', body: { reason } })}>
          Mark as entered in error
        </Button>
      </Group>
    </Stack>
  );
}

/** Correcting what is signed, in layers: an amendment, or the mark that it was entered in error. For its author and the supervisor; others add. */
export function NoteCorrections({ note }: { readonly note: Note }) {
  const [doing, setDoing] = useState<'amend' | 'error' | null>(null);
  const me = useMe().staff.id;
  const close = () => setDoing(null);
  if (note.error || (me !== note.signedById && me !== note.supervisorId)) return null;
  return (
    <Group gap="xs" className="no-print">
      <Button variant="default" onClick={() => setDoing('amend')}>
        Amend
      </Button>
      <Button variant="subtle" color="red" onClick={() => setDoing('error')}>
        Entered in error
      </Button>
      <Dialog title={doing === 'amend' ? 'Amend the note' : 'Entered in error'} opened={doing !== null} onClose={close}>
        {doing === 'amend' && <AmendForm note={note} onDone={close} />}
        {doing === 'error' && <ErrorForm note={note} onDone={close} />}
      </Dialog>
    </Group>
  );
}
