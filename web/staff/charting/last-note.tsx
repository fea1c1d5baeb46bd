import { Card, ScrollArea, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NoteReply } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';

function useNote(noteId: string | undefined) {
  return useQuery({ queryKey: ['note', noteId], queryFn: () => api.get(`/notes/${noteId ?? ''}`, NoteReply), staleTime: 600_000, enabled: noteId !== undefined });
}

/** What the last note said, by field: from its answers, or from its sections when they were running text. */
export function useLastAnswers(noteId: string | undefined): Readonly<Record<string, string>> {
  const { data } = useNote(noteId);
  if (!data) return {};
  return data.answers ?? Object.fromEntries(data.sections.map(({ key, text }) => [key, text]));
}

/** The last signed note, beside the one being written: to read, not to copy. */
export function LastNote({ noteId }: { readonly noteId: string }) {
  const note = useNote(noteId);
  if (!note.data) return null;
  return (
    <Card withBorder padding="sm">
      <Text fw={600} size="sm">
        Last note
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {moment(note.data.signedAt)}, {note.data.signedBy}
      </Text>
      <ScrollArea.Autosize mah="55vh" viewportProps={{ tabIndex: 0 }}>
        <Stack gap="xs">
          {note.data.sections
            .filter(({ text }) => text !== '')
            .map(({ key, label, text }) => (
              <div key={key}>
                <Text size="xs" fw={600} c="dimmed">
                  {label}
                </Text>
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {text}
                </Text>
              </div>
            ))}
        </Stack>
      </ScrollArea.Autosize>
    </Card>
  );
}
