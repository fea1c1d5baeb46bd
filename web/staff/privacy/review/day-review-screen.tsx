import { Anchor, Badge, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { type Finding, Findings, Mark, ReviewDays, ReviewRules } from '#server/audit/review/review.contract.ts';
import { MadeIncident } from '#server/privacy/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tell, tellProblem } from '../../../ui/form/tell.ts';
import { day as dayWords, moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Page } from '../../../ui/states/states.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

type FindingLine = z.infer<typeof Finding>;
const verdictWords = { explained: 'Explained', 'follow-up': 'To follow up', incident: 'Incident' } as const;

function columnsOf(nameOf: (rule: string) => string): readonly Column<FindingLine>[] {
  return [
    { label: 'What', cell: ({ rule }) => nameOf(rule) },
    { label: 'Who', cell: ({ actorName }) => actorName },
    {
      label: 'Whose record',
      cell: ({ patientId, patientName }) =>
        patientId ? (
          <Anchor component={Link} to={`/patients/${patientId}/access`} size="sm">
            {patientName ?? 'A person out of your reach'}
          </Anchor>
        ) : (
          'Several'
        ),
    },
    { label: 'Says', cell: ({ says, count, firstAt }) => `${says} ${count > 1 ? `${count} times, ` : ''}${moment(firstAt)}` },
    {
      label: 'Verdict',
      cell: ({ verdict }) =>
        verdict ? (
          <Badge variant="light" color={verdict === 'explained' ? 'tide' : 'orange'}>
            {verdictWords[verdict]}
          </Badge>
        ) : (
          'open'
        ),
    },
  ];
}

/** Opens the incident that a finding turned out to be. */
async function incidentOf(finding: FindingLine, note: string): Promise<string> {
  const made = await api.post('/incidents', MadeIncident, {
    title: `Unusual access: ${finding.actorName}`,
    whatHappened: `${finding.says} ${note}`,
    discoveredOn: new Date().toISOString().slice(0, 10),
    involvesPart2: true,
    patientIds: finding.patientId ? [finding.patientId] : [],
    sourceKind: 'access-review',
    sourceId: finding.id,
  });
  return made.id;
}

function VerdictForm({ finding, onDone }: { readonly finding: FindingLine; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: Mark,
    initial: { verdict: finding.verdict ?? ('explained' as FindingLine['verdict']), note: finding.note ?? '' },
    prepare: (values) => values,
    send: async (body: z.input<typeof Mark>) => {
      const incidentId = body.verdict === 'incident' ? await incidentOf(finding, body.note) : null;
      await api.post(`/access-review/findings/${finding.id}/verdict`, undefined, { ...body, incidentId });
    },
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['access-review'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          {finding.actorName}: {finding.says}
        </Text>
        <Select
          label="Verdict"
          allowDeselect={false}
          data={[
            { value: 'explained', label: 'Explained' },
            { value: 'follow-up', label: 'To follow up' },
            { value: 'incident', label: 'Open an incident' },
          ]}
          {...form.getInputProps('verdict')}
        />
        <Textarea label="What you found out" required autosize minRows={3} data-autofocus {...form.getInputProps('note')} />
        <FormEnd failure={failure} isPending={isPending} label="Keep the verdict" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Closing({ day }: { readonly day: string }) {
  const queries = useQueryClient();
  const days = useQuery({ queryKey: ['access-review', 'days'], queryFn: () => api.get('/access-review/days', ReviewDays) });
  const found = days.data?.items.find((item) => item.day === day);
  const close = useMutation({
    mutationFn: () => api.post(`/access-review/days/${day}/closing`, undefined, { note: '' }),
    onSuccess: () => {
      tell('The day is closed in your name.');
      return queries.invalidateQueries({ queryKey: ['access-review'] });
    },
    onError: tellProblem,
  });
  if (!found) return null;
  if (found.closedAt) return <Badge variant="light">{`Closed by ${found.closedByName ?? ''}, ${moment(found.closedAt)}`}</Badge>;
  return (
    <Button loading={close.isPending} disabled={found.unmarked > 0} onClick={() => close.mutate()}>
      Close the day
    </Button>
  );
}

/** What was unusual on one day of the access log, each with a verdict, and the day closed by a named person. */
export function DayReviewScreen() {
  const { day = '' } = useParams({ strict: false }) as { day?: string };
  const [chosen, setChosen] = useState<FindingLine | null>(null);
  const rules = useQuery({ queryKey: ['access-review', 'rules'], queryFn: () => api.get('/access-review/rules', ReviewRules) });
  const findings = useQuery({ queryKey: ['access-review', 'findings', day], queryFn: () => api.get(`/access-review/days/${day}/findings`, Findings) });
  const nameOf = (rule: string) => rules.data?.items.find(({ code }) => code === rule)?.name ?? rule;
  const close = () => setChosen(null);
  return (
    <Page title={`Access on ${dayWords(day)}`} actions={<Closing day={day} />}>
      <Panel title="Unusual" flush says="Choose a line to give its verdict.">
        <Loaded query={findings} empty="Nothing unusual on this day.">
          {({ items }) => (
            <Lines
              label="Unusual access"
              rows={items}
              columns={columnsOf(nameOf)}
              keyOf={({ id }) => id}
              onOpen={setChosen}
              tone={({ verdict }) => (verdict === null ? 'attention' : 'past')}
            />
          )}
        </Loaded>
      </Panel>
      <Group>
        <Anchor component={Link} to="/privacy" size="sm">
          Back to privacy
        </Anchor>
      </Group>
      <Dialog title={chosen ? nameOf(chosen.rule) : ''} opened={chosen !== null} onClose={close}>
        {chosen && <VerdictForm finding={chosen} onDone={close} />}
      </Dialog>
    </Page>
  );
}
