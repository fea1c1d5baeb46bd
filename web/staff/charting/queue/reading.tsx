import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { NoteReply } from '#server/charting/notes/notes.contract.ts';
import { allFields, cellsOf } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { moment } from '../../../ui/format/words.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { SealedSections } from '../sealed-sections.tsx';
import type { Read } from './queue.ts';

interface ReadingProps {
  readonly id: string;
  /** Told once the text stands on the screen, with what of it was shown. */
  readonly onRead: (read: Read) => void;
}

function wordsOf(text: string): string {
  const cells = Object.entries(cellsOf(text));
  return cells.length === 0 ? text : cells.map(([name, value]) => (value === '1' ? name : value)).join('; ');
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
  const labels = new Map(allFields(data.template.form).map(({ key, label }) => [key, label]));
  const { startedAt, endedAt, modality, risk, diagnosisIds } = data.header;
  const diagnoses = data.diagnoses.filter(({ id: diagnosisId }) => diagnosisIds.includes(diagnosisId)).map(({ code, description }) => `${code} ${description}`);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {[startedAt && `${moment(startedAt)}${endedAt ? ` to ${moment(endedAt)}` : ''}`, modality, risk && `risk ${risk}`, ...diagnoses].filter(Boolean).join(' · ')}
      </Text>
      <SealedSections sections={data.sections.map(({ key, text }) => ({ key, label: labels.get(key) ?? key, text: wordsOf(text) }))} />
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
