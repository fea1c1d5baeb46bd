import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { FoundNotes, type FoundNote } from '#server/charting/search/search.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { Empty, Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import classes from './timeline.module.css';

function Found({ note, withName }: { readonly note: FoundNote; readonly withName: boolean }) {
  return (
    <li className={classes.found}>
      <Link to={`/signed-notes/${note.addendumTo ?? note.id}`}>
        {withName && `${note.patientName}: `}
        {note.title}
      </Link>
      <Text component="span" className={classes.quiet} ml="xs">
        {moment(note.signedAt)}, {note.signedBy}, {note.programName}
      </Text>
      <Text size="sm">
        {note.snippet.map(({ text, isFound }, index) => (isFound ? <mark key={`${index} ${text}`}>{text}</mark> : <span key={`${index} ${text}`}>{text}</span>))}
      </Text>
    </li>
  );
}

function Results({ q, patientId }: { readonly q: string; readonly patientId: string | null }) {
  const found = useQuery({
    queryKey: ['note-search', patientId, q],
    queryFn: () => api.get(patientId === null ? '/note-search' : `/patients/${patientId}/note-search`, FoundNotes, { q }),
    placeholderData: keepPreviousData,
  });
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  if (found.data.items.length === 0) return <Empty>No note that you may read has these words.</Empty>;
  return (
    <Stack component="ul" gap="sm" m={0} pl="md" aria-label="Notes found">
      {found.data.items.map((note) => (
        <Found key={note.id} note={note} withName={patientId === null} />
      ))}
      {found.data.more && (
        <Text size="xs" c="dimmed">
          There are more. Add a word to find fewer.
        </Text>
      )}
    </Stack>
  );
}

/** Finds words inside signed notes: of this chart, or of all charts of the reader's programs. */
export function NoteSearch({ patientId }: { readonly patientId: string }) {
  const [typed, setTyped] = useState('');
  const [where, setWhere] = useState('chart');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const field = useRef<HTMLInputElement>(null);
  useShortcuts(useMemo(() => [{ keys: 'f', says: 'Find words in notes', run: () => field.current?.focus() }], []));
  return (
    <div className={classes.controls}>
      <Panel
        title="Find in notes"
        says="Words in any form; quotes for an exact phrase, a minus before a word to leave it out."
        actions={
          <SegmentedControl
            size="xs"
            value={where}
            onChange={setWhere}
            aria-label="Where to look"
            data={[
              { value: 'chart', label: 'This chart' },
              { value: 'all', label: 'My programs' },
            ]}
          />
        }
      >
        <Stack gap="sm">
          <TextInput ref={field} type="search" aria-label="Find in notes" value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
          {settled.length >= 2 && <Results q={settled} patientId={where === 'chart' ? patientId : null} />}
        </Stack>
      </Panel>
    </div>
  );
}
