import { Anchor, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AnswerFinding, Finding } from '#server/reviews/findings/findings.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { reviewQueries } from './review-queries.ts';

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['reviews'] });
}

function About({ finding }: { readonly finding: Finding }) {
  const { patientId, patientName, programName, asks, wants, noteId, dueOn, isOverdue } = finding;
  return (
    <div>
      <Group gap="xs">
        <Anchor component={Link} to={`/patients/${patientId}/notes`} size="sm" fw={600}>
          {patientName}
        </Anchor>
        <Text size="xs" c="dimmed">
          {programName}
        </Text>
        <Badge size="sm" variant="light" color={isOverdue ? 'orange' : 'gray'}>
          by {day(dueOn)}
        </Badge>
        {noteId && (
          <Anchor component={Link} to={`/signed-notes/${noteId}`} size="xs">
            The note
          </Anchor>
        )}
      </Group>
      <Text size="sm">{wants}</Text>
      <Text size="xs" c="dimmed">
        {asks}
      </Text>
    </div>
  );
}

function AnswerForm({ finding }: { readonly finding: Finding }) {
  const refresh = useRefresh();
  const { form, submit, isPending, failure } = useContractForm({
    contract: AnswerFinding,
    initial: { answer: '' },
    send: (body) => api.post(`/review-findings/${finding.id}/answer`, Finding, body),
    onSent: refresh,
  });
  return (
    <form onSubmit={submit} noValidate aria-label={`Answer: ${finding.wants}`}>
      <Group align="end" gap="xs" mt={6}>
        <Textarea label="What you did" autosize minRows={1} flex={1} miw={200} {...form.getInputProps('answer')} />
        <Button type="submit" variant="default" loading={isPending}>
          Mended
        </Button>
      </Group>
      {failure ? <Failed error={failure} /> : null}
    </form>
  );
}

function Judge({ finding }: { readonly finding: Finding }) {
  const refresh = useRefresh();
  const judge = useMutation({
    mutationFn: (isAccepted: boolean) => api.post(`/review-findings/${finding.id}/judgement`, Finding, { isAccepted }),
    onSuccess: refresh,
    onError: tellProblem,
  });
  return (
    <Stack gap={6} mt={6}>
      <Text size="sm">
        {finding.ownerName}: {finding.answer}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" loading={judge.isPending} onClick={() => judge.mutate(true)}>
          Accept
        </Button>
        <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => judge.mutate(false)}>
          Open again
        </Button>
      </Group>
    </Stack>
  );
}

/** What the reader is to mend in charts; for who reviews, what others mended. */
export function FindingsTab({ reviews }: { readonly reviews: boolean }) {
  const list = useQuery(reviewQueries.findings);
  return (
    <Stack gap="md">
      <Panel title="For you to mend" says="Correct the note by an addendum or amendment, then say so here">
        <Loaded query={list} isEmpty={({ mine }) => mine.length === 0} empty="No review asks anything of you.">
          {({ mine }) => (
            <Stack gap="md">
              {mine.map((finding) => (
                <div key={finding.id}>
                  <About finding={finding} />
                  <AnswerForm finding={finding} />
                </div>
              ))}
            </Stack>
          )}
        </Loaded>
      </Panel>
      {reviews && (
        <Panel title="Mended, to look at">
          <Loaded query={list} isEmpty={({ toJudge }) => toJudge.length === 0} empty="Nothing waits for you.">
            {({ toJudge }) => (
              <Stack gap="md">
                {toJudge.map((finding) => (
                  <div key={finding.id}>
                    <About finding={finding} />
                    <Judge finding={finding} />
                  </div>
                ))}
              </Stack>
            )}
          </Loaded>
        </Panel>
      )}
    </Stack>
  );
}
