import { Alert, Anchor, Badge, Button, Card, Grid, Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DraftReply, type DraftReply as Draft } from '#server/charting/drafts/drafts.contract.ts';
import { NoteReply } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Problem, wordsOf } from '../../ui/api/problem.ts';
import { day } from '../../ui/format/words.ts';
import { JournalStatusLine } from '../../ui/journal/journal-status.tsx';
import { useDraftJournal, type DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { ObjectiveChips } from '../careplans/objective-chips.tsx';
import { useMe } from '../identity/session.ts';
import { useKnown } from './known.ts';
import { LastNote, useLastAnswers } from './last-note.tsx';
import { FindingsProvider, useFindings } from './margin/findings.ts';
import { MarginPanel } from './margin/margin-panel.tsx';
import { NoteHeader } from './note-header.tsx';
import { NoteSections } from './note-sections.tsx';
import { StandingBar } from './standing-bar.tsx';
import { TemplateSwitch } from './template-switch.tsx';
import { useGoOn } from './use-go-on.ts';

/** Signs what is on the screen: first everything typed goes to the server, then the versions that were read are signed. */
function useSigning(draftId: string, journal: DraftJournal) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => api.post(`/drafts/${draftId}/signature`, NoteReply, { versions: await journal.settle() }),
    onSuccess: async (note) => {
      await journal.forget();
      queries.setQueryData(['note', note.id], note);
      // The way back leads to where the note was opened, not into the draft that is no more.
      await navigate({ to: '/signed-notes/$noteId', params: { noteId: note.id }, replace: true } as never);
      // Nobody waits for what is behind the signed note.
      void queries.invalidateQueries();
    },
    onError: async (error) => {
      const news = error instanceof Problem ? error.obstacles.find(({ code }) => code === 'note.changed-since-read') : undefined;
      if (!news) return;
      notifications.show({ color: 'orange', message: news.says });
      // Opened anew, the editor shows what the other one wrote beside what is kept here.
      await queries.resetQueries({ queryKey: ['draft', draftId] });
    },
  });
}

function Obstacles({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const { title, lines } = wordsOf(error);
  return (
    <Alert color="orange" title={error instanceof Problem && error.obstacles.length > 0 ? 'Before you can sign' : title} role="alert">
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}

function Editor({ draft, journal }: { readonly draft: Draft; readonly journal: DraftJournal }) {
  const signing = useSigning(draft.id, journal);
  const before = useLastAnswers((draft.lastInForm ?? draft.lastNote)?.id);
  const known = useKnown(draft);
  const findings = useFindings(draft.id, journal.status);
  const faults = useMemo(() => new Map(signing.error instanceof Problem ? signing.error.obstacles.map(({ at, says }) => [at ?? '', says]) : []), [signing.error]);
  const { left, goOn } = useGoOn(draft, journal);
  useHotkeys([['mod+Enter', () => signing.mutate()]], []);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          <div id="at-header">
            <NoteHeader draft={draft} header={journal.header} onChange={journal.setHeader} faults={faults} scores={known.scores} />
          </div>
          <StandingBar draft={draft} journal={journal} before={before} onTaken={goOn} />
          <ObjectiveChips draftId={draft.id} />
          <FindingsProvider value={findings.data?.items ?? []}>
            <NoteSections draft={draft} journal={journal} faults={faults} before={before} known={known} />
          </FindingsProvider>
          <Obstacles error={signing.error} />
          <Group justify="space-between">
            <JournalStatusLine status={journal.status} />
            <Group gap="xs">
              {left > 0 && (
                <Button variant="default" onClick={goOn}>
                  Next to fill, {left} left (Alt J)
                </Button>
              )}
              <div id="at-signature">
                <Button onClick={() => signing.mutate()} loading={signing.isPending}>
                  Sign (Ctrl Enter)
                </Button>
              </div>
            </Group>
          </Group>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="sm" style={{ position: 'sticky', top: 70 }}>
          <Card withBorder padding="sm">
            <Group justify="space-between">
              <Text fw={600}>{draft.template.name}</Text>
              <Badge variant="light">Draft</Badge>
            </Group>
            <JournalStatusLine status={journal.status} />
            <TemplateSwitch draft={draft} journal={journal} />
            <Anchor component={Link} to="/snippets" size="xs" mt={6} display="inline-block">
              Words that unfold
            </Anchor>
          </Card>
          <MarginPanel draft={draft} journal={journal} findings={findings} />
          {draft.lastNote && <LastNote noteId={draft.lastNote.id} />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** The note being written. Nothing here locks or is lost: the journal keeps each word on the device and on the server. */
export function NoteEditorScreen() {
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const me = useMe();
  const draft = useQuery({
    queryKey: ['draft', draftId],
    queryFn: () => api.get(`/drafts/${draftId}`, DraftReply),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  // What an earlier visit left in memory serves only where the server cannot be asked: since then words and diagnoses may have come.
  const isOutdated = draft.isFetching && !draft.isFetchedAfterMount;
  const journal = useDraftJournal(isOutdated ? undefined : draft.data, me.staff.id);
  if (draft.isError && !draft.data) return <Failed error={draft.error} retry={() => void draft.refetch()} />;
  if (!draft.data || !journal) return <Waiting label="Opening the note" />;
  const { patientName, birthDate, mrn, patientId, programName } = draft.data;
  return (
    <Page
      title={patientName}
      actions={
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {day(birthDate)} · {mrn} · {programName}
          </Text>
          <Anchor component={Link} size="sm" to={`/patients/${patientId}`}>
            Chart
          </Anchor>
        </Group>
      }
    >
      <Editor draft={draft.data} journal={journal} />
    </Page>
  );
}
