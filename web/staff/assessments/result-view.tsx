import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AdministrationReply, Result } from '#server/assessments/administrations/administrations.contract.ts';
import type { Item } from '#server/assessments/instruments/instrument.contract.ts';
import { scoreOf, shownItems } from '#server/assessments/instruments/questions.contract.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { assessmentQueries } from './assessment-queries.ts';
import { changeWords, offTrackWords } from './assessment-words.ts';
import { CriticalFindings } from './critical-findings.tsx';
import classes from './result-view.module.css';

const partColumns: readonly Column<Result['parts'][number]>[] = [
  { label: 'Part', cell: ({ label }) => label },
  { label: 'Score', cell: ({ score, max }) => (score === null ? 'not answered' : `${score} of ${max}`), align: 'right' },
  { label: 'Meaning', cell: ({ meaning, isHigherBetter }) => meaning ?? (isHigherBetter ? 'Higher is better' : '') },
];

function Headline({ result }: { readonly result: Result }) {
  if (result.state === 'incomplete')
    return <Alert color="orange">Too many questions were left blank: there is no score. What was answered is kept, and what was critical counts.</Alert>;
  return (
    <Group gap="md" align="baseline">
      {result.total !== null && (
        <Text className={classes.total}>
          {result.total}
          <span> of {result.max}</span>
        </Text>
      )}
      <Text className={classes.says}>{result.outcome?.label ?? result.band?.label ?? ''}</Text>
      {result.state === 'prorated' && (
        <Badge variant="light" color="gray">
          Blanks filled with the mean
        </Badge>
      )}
    </Group>
  );
}

/** What follows from the score, in the words of its source. */
function Meaning({ result }: { readonly result: Result }) {
  const lines = [result.outcome?.action, result.band?.action, ...result.reached.map((says) => `Reached: ${says}`), ...result.findings].filter(
    (line): line is string => typeof line === 'string',
  );
  return (
    <Stack gap={4}>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {result.proratedBy && (
        <Text size="xs" c="dimmed">
          {result.proratedBy}
        </Text>
      )}
      {result.next.length > 0 && <Text size="sm">This result asks for {result.next.map((code) => code.toUpperCase()).join(', ')} next.</Text>}
    </Stack>
  );
}

function Change({ administration }: { readonly administration: AdministrationReply }) {
  const history = useQuery(assessmentQueries.history(administration.patientId));
  const series = history.data?.series.find(({ points }) => points.at(-1)?.id === administration.id && points.length > 1);
  if (!series || series.kind === 'state') return null;
  const words = changeWords(series.change);
  return (
    <Text size="sm">
      Since the first score of {series.points[0]?.score}: {words ?? 'no threshold is published for this instrument'}. {offTrackWords(series)}
      {series.changeSource && (
        <Text span size="xs" c="dimmed" display="block">
          {series.changeSource}
        </Text>
      )}
    </Text>
  );
}

function answerWords({ instrument, answers }: AdministrationReply, item: Item): string {
  const answer = answers[item.id];
  if (answer === undefined) return 'Left blank';
  return typeof answer === 'number' && item.options ? (instrument.optionSets[item.options]?.[answer]?.label ?? '') : String(answer);
}

function Answers({ administration }: { readonly administration: AdministrationReply }) {
  const { instrument, answers, findings } = administration;
  const critical = new Set(findings.map(({ at }) => at));
  const columns: readonly Column<Item>[] = [
    { label: 'Question', cell: ({ text }) => text },
    { label: 'Answer', cell: (item) => answerWords(administration, item) },
    { label: 'Points', cell: (item) => (item.scored ? scoreOf(instrument, item, answers[item.id]) : ''), align: 'right' },
  ];
  return (
    <Panel title="Answers" flush>
      <Lines
        label="Answers"
        rows={shownItems(instrument, answers)}
        columns={columns}
        keyOf={({ id }) => id}
        tone={({ id }) => (critical.has(id) ? 'attention' : undefined)}
      />
    </Panel>
  );
}

/** What the answers came to: score, band, what is critical, how it changed, and each answer. */
export function ResultView({ administration, onChange }: { readonly administration: AdministrationReply; readonly onChange: () => void }) {
  const { result, findings, instrument, patientId } = administration;
  if (!result) return <Alert>This was taken back before it was finished.</Alert>;
  return (
    <Stack gap="md">
      <CriticalFindings patientId={patientId} findings={findings} items={instrument.items} onChange={onChange} />
      <Panel
        title="Result"
        actions={
          <Button size="compact-xs" variant="subtle" onClick={() => window.print()}>
            Print
          </Button>
        }
      >
        <Stack gap="xs">
          <Headline result={result} />
          <Meaning result={result} />
          <Change administration={administration} />
        </Stack>
      </Panel>
      {result.parts.length > 0 && (
        <Panel title="Parts" flush>
          <Lines label="Parts" rows={result.parts} columns={partColumns} keyOf={({ id }) => id} />
        </Panel>
      )}
      <Answers administration={administration} />
      <Text size="xs" c="dimmed">
        {instrument.source}. {instrument.licence.statement}
      </Text>
    </Stack>
  );
}
