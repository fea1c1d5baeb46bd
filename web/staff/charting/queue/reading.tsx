import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { NoteReply } from '#server/charting/notes/notes.contract.ts';
import { allFields, carriedKey, renderedSections } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { moment } from '../../../ui/format/words.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { headerLines, modalityWords } from '../note-words.ts';
import { SealedSections } from '../sealed-sections.tsx';
import type { Read } from './queue.ts';

interface ReadingProps {
  readonly id: string;
  /** Told once the text stands on the screen, with what of it was shown. */
  readonly onRead: (read: Read) => void;
}

/** What a draft says, as its form is read; words that have no place in the form come last, so that they are not signed unseen. */
function sectionsOf({ template: { form }, sections }: DraftReply) {
  const answers = Object.fromEntries(sections.map(({ key, text }) => [key, text]));
  const known = new Set([...allFields(form).map(({ key }) => key), carriedKey]);
  const left = sections.filter(({ key }) => !known.has(key)).map(({ key, text }) => ({ key, label: 'From the form before', text }));
  return [...renderedSections(form, answers), ...left];
}

/** A draft to be read before it is signed: its times, and every answer. */
export function DraftReading({ id, onRead }: ReadingProps) {
  const draft = useQuery({ queryKey: ['draft-to-read', id], queryFn: () => api.get(`/drafts/${id}`, DraftReply) });
  const { data } = draft;
  useEffect(() => {
    if (data) onRead({ versions: Object.fromEntries(data.sections.map(({ key, version }) => [key, version])) });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Told once for each text that is shown.
  }, [data]);
  if (draft.isError) return <Failed error={draft.error} retry={() => void draft.refetch()} />;
  if (!data) return <Waiting label="Opening the note" />;
  const { startedAt, endedAt, modality, diagnosisIds } = data.header;
  const diagnoses = data.diagnoses.filter(({ id: diagnosisId }) => diagnosisIds.includes(diagnosisId)).map(({ code, description }) => `${code} ${description}`);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {[startedAt && `${moment(startedAt)}${endedAt ? ` to ${moment(endedAt)}` : ''}`, modalityWords(modality), ...diagnoses].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm">{headerLines(data.header).join(' · ')}</Text>
      <SealedSections sections={sectionsOf(data)} />
      <Group>
        <Anchor component={Link} to={`/notes/${id}`} size="sm">
          Go on writing
        </Anchor>
      </Group>
    </Stack>
  );
}

/** A signed note to be read before it is co-signed, with the layers over it. */
export function NoteReading({ id, onRead }: ReadingProps) {
  const note = useQuery({ queryKey: ['note', id], queryFn: () => api.get(`/notes/${id}`, NoteReply) });
  const { data } = note;
  useEffect(() => {
    if (data?.standing) onRead({ digest: data.standing.digest, attestations: data.standing.attestations });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Told once for each text that is shown.
  }, [data]);
  if (note.isError) return <Failed error={note.error} retry={() => void note.refetch()} />;
  if (!data) return <Waiting label="Opening the note" />;
  const amendment = data.amendments.at(-1);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {[
          data.header?.startedAt && moment(data.header.startedAt),
          data.minutes && `${data.minutes} minutes`,
          ...data.diagnoses.map(({ code, description }) => `${code} ${description}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {data.header && <Text size="sm">{headerLines(data.header).join(' · ')}</Text>}
      {amendment && (
        <Text size="sm" fw={600}>
          As amended on {moment(amendment.signedAt)}: {amendment.reason}
        </Text>
      )}
      <SealedSections sections={amendment?.sections ?? data.sections} />
      {data.addenda.map(({ id: addendumId, text, signedBy, signedAt }) => (
        <Text key={addendumId} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          Addendum of {signedBy}, {moment(signedAt)}: {text}
        </Text>
      ))}
      <Anchor component={Link} to={`/signed-notes/${id}`} size="sm">
        Open the note: return it, or see its layers
      </Anchor>
    </Stack>
  );
}
