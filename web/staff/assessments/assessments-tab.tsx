import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HistoryReply } from '#server/assessments/administrations/administrations.contract.ts';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { assessmentQueries, useFreshAnswers } from './assessment-queries.ts';
import { offTrackWords } from './assessment-words.ts';
import { DuePanel } from './due-panel.tsx';
import { RiskPanel } from './risk/risk-panel.tsx';
import { StartForm } from './start-form.tsx';
import { TrendsPanel } from './trends-panel.tsx';

function OffTrack({ series }: { readonly series: HistoryReply['series'] }) {
  const lines = series.filter(({ offTrack }) => offTrack !== null);
  if (lines.length === 0) return null;
  return (
    <Alert color="orange" title="Off track">
      {lines.map((line) => (
        <Text key={`${line.instrumentCode}${line.answeredBy}`} size="sm">
          {offTrackWords(line)} Look at plan, diagnosis and what stands in the way.
        </Text>
      ))}
    </Alert>
  );
}

function Known({ patientId, history }: { readonly patientId: string; readonly history: HistoryReply }) {
  const mayAsk = useMay()('assessment.write');
  const [asking, setAsking] = useState<string | null>(null);
  const shortcuts = useMemo(() => (mayAsk ? [{ keys: 'a', says: 'Ask an instrument', run: () => setAsking('') }] : []), [mayAsk]);
  useShortcuts(shortcuts);
  useFreshAnswers(patientId, history.items);
  const risk = useQuery(assessmentQueries.risk(patientId));
  // Who is at risk now comes before everything else.
  const isOnPathway = risk.data?.items.some(({ closedAt }) => closedAt === null) ?? false;
  return (
    <Stack gap="md">
      {isOnPathway && <RiskPanel patientId={patientId} />}
      <OffTrack series={history.series} />
      <DuePanel patientId={patientId} due={history.due} onAsk={setAsking} actions={mayAsk && <Button onClick={() => setAsking('')}>Ask an instrument</Button>} />
      <TrendsPanel series={history.series} events={history.events} />
      <AskedPanel patientId={patientId} items={history.items} />
      {!isOnPathway && <RiskPanel patientId={patientId} />}
      <WhyNotMore patientId={patientId} />
      <Dialog title="Ask an instrument" opened={asking !== null} onClose={() => setAsking(null)}>
        {asking !== null && <StartForm patientId={patientId} instrumentCode={asking} onDone={() => setAsking(null)} />}
      </Dialog>
    </Stack>
  );
}

/** What was asked and answered, what is due, and how the scores went. */
export function AssessmentsTab({ patientId }: { readonly patientId: string }) {
  const history = useQuery(assessmentQueries.history(patientId));
  if (history.isError) return <Failed error={history.error} retry={() => void history.refetch()} />;
  return history.data ? <Known patientId={patientId} history={history.data} /> : <Waiting />;
}
