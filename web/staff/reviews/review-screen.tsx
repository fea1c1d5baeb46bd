import { Anchor, Badge, Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { NoteList } from '#server/charting/notes/notes.contract.ts';
import { CloseReview, ReviewReply } from '#server/reviews/charts/reviews.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { moment } from '../../ui/format/words.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { reviewQueries } from './review-queries.ts';
import { progressWords } from './review-words.ts';

type Ask = ReviewReply['asks'][number];

const verdicts = [
  { value: 'met', label: 'Met' },
  { value: 'not-met', label: 'Not met' },
  { value: 'not-applicable', label: 'Does not apply' },
];

function useKept(reviewId: string): (review: ReviewReply) => void {
  const queries = useQueryClient();
  return (review) => {
    queries.setQueryData(reviewQueries.one(reviewId).queryKey, review);
    void queries.invalidateQueries({ queryKey: reviewQueries.all.queryKey });
  };
}

interface Typed {
  readonly says: string;
  readonly comment: string;
  readonly noteId: string;
  readonly ownerId: string;
  readonly dueOn: string;
}

interface NotMetFieldsProps {
  readonly patientId: string;
  /** Who mends it when nobody is chosen. */
  readonly usualOwner: string | null;
  readonly typed: Typed;
  readonly isSending: boolean;
  readonly onChange: (change: Partial<Typed>) => void;
  readonly onSend: () => void;
}

/** What is missing, where, and by when it is to be mended. */
function NotMetFields({ patientId, usualOwner, typed, isSending, onChange, onSend }: NotMetFieldsProps) {
  const notes = useQuery({ queryKey: ['patient', patientId, 'notes', 'to-review'], queryFn: () => api.get(`/patients/${patientId}/notes`, NoteList, { limit: 50 }) });
  const staff = useQuery({ queryKey: ['staff-directory'], queryFn: () => api.get('/staff/directory', StaffDirectory) });
  return (
    <>
      <Textarea
        label="What is missing"
        required
        autosize
        minRows={2}
        value={typed.comment}
        onChange={({ currentTarget }) => onChange({ comment: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <Select
          label="In the note"
          clearable
          searchable
          data={(notes.data?.items ?? []).map(({ id, title, startedAt, signedAt }) => ({ value: id, label: `${title}, ${moment(startedAt ?? signedAt)}` }))}
          value={typed.noteId || null}
          onChange={(noteId) => onChange({ noteId: noteId ?? '' })}
        />
        <Select
          label="Who mends it"
          placeholder={usualOwner ?? 'Choose, the stay has no primary clinician'}
          clearable={usualOwner !== null}
          searchable
          data={(staff.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={typed.ownerId || null}
          onChange={(ownerId) => onChange({ ownerId: ownerId ?? '' })}
        />
        <DayField label="To be mended by, empty for two weeks" value={typed.dueOn} onChange={({ currentTarget }) => onChange({ dueOn: currentTarget.value })} />
      </SimpleGrid>
      <Group justify="flex-end">
        <Button loading={isSending} onClick={onSend}>
          Send to the clinician
        </Button>
      </Group>
    </>
  );
}

/** What was found: the words, the note, by whom and when. */
function Found({ answer, isClosed }: { readonly answer: ReviewReply['answers'][number]; readonly isClosed: boolean }) {
  return (
    <>
      {isClosed && answer.comment && <Text size="sm">{answer.comment}</Text>}
      {answer.noteId && (
        <Anchor component={Link} to={`/signed-notes/${answer.noteId}`} size="sm">
          Open the note
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {answer.answeredBy}, {moment(answer.answeredAt)}
      </Text>
    </>
  );
}

function Item({ review, ask }: { readonly review: ReviewReply; readonly ask: Ask }) {
  const answer = review.answers.find(({ item }) => item === ask.code);
  const kept = useKept(review.id);
  const [typed, setTyped] = useState<Typed>({ says: answer?.says ?? '', comment: answer?.comment ?? '', noteId: answer?.noteId ?? '', ownerId: '', dueOn: '' });
  const send = useMutation({
    mutationFn: ({ says, comment, noteId, ownerId, dueOn }: Typed) =>
      api.put(`/chart-reviews/${review.id}/answers/${ask.code}`, ReviewReply, { says, comment, noteId: noteId || null, ownerId: ownerId || null, dueOn: dueOn || null }),
    onSuccess: kept,
  });
  const isClosed = review.closedAt !== null;
  const choose = (says: string) => {
    const next = { ...typed, says };
    setTyped(next);
    // What is not met is sent with its words; the rest says all with one press.
    if (says !== 'not-met') send.mutate(next);
  };
  return (
    <Panel title={ask.says} says={ask.source}>
      <Stack gap="sm">
        <SegmentedControl aria-label={ask.says} data={verdicts} value={typed.says} onChange={choose} disabled={isClosed} />
        {typed.says === 'not-met' && !isClosed && (
          <NotMetFields
            patientId={review.patientId}
            usualOwner={review.aboutName}
            typed={typed}
            isSending={send.isPending}
            onChange={(change) => setTyped({ ...typed, ...change })}
            onSend={() => send.mutate(typed)}
          />
        )}
        {answer && <Found answer={answer} isClosed={isClosed} />}
        {send.isError && <Failed error={send.error} />}
      </Stack>
    </Panel>
  );
}

function Closing({ review }: { readonly review: ReviewReply }) {
  const kept = useKept(review.id);
  const { form, submit, isPending, failure } = useContractForm({
    contract: CloseReview,
    initial: { summary: '' },
    send: (body) => api.post(`/chart-reviews/${review.id}/closing`, ReviewReply, body),
    onSent: kept,
  });
  return (
    <Panel title="Close the review">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea label="In short" autosize minRows={2} {...form.getInputProps('summary')} />
          <FormEnd failure={failure} isPending={isPending} label="Close" />
        </Stack>
      </form>
    </Panel>
  );
}

/** One chart looked through, item by item. */
export function ReviewScreen() {
  const { reviewId = '' } = useParams({ strict: false }) as { reviewId?: string };
  const review = useQuery(reviewQueries.one(reviewId));
  if (review.isError) return <Failed error={review.error} retry={() => void review.refetch()} />;
  if (!review.data) return <Waiting label="Opening the review" />;
  const { patientId, patientName, programName, checklistName, aboutName, summary, asks, closedAt } = review.data;
  return (
    <Page
      title={`${checklistName}: ${patientName}`}
      actions={
        <Group gap="sm">
          <Badge variant="light" color={closedAt === null ? 'orange' : 'gray'}>
            {progressWords(review.data)}
          </Badge>
          <Anchor component={Link} to={`/patients/${patientId}/notes`} size="sm">
            Open the chart
          </Anchor>
        </Group>
      }
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {programName}. {aboutName ? `Primary clinician ${aboutName}. ` : ''}A review is no part of the chart.
        </Text>
        {summary && <Text size="sm">{summary}</Text>}
        {asks.map((ask) => (
          <Item key={ask.code} review={review.data} ask={ask} />
        ))}
        {closedAt === null && <Closing review={review.data} />}
      </Stack>
    </Page>
  );
}
