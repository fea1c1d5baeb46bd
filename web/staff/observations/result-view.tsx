import { Alert, Badge, Button, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ResultReply, ReviewResult, type PanelReply } from '#server/observations/results/results.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { tell } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { RecordViews } from '../records/record-views.tsx';
import { VersionHistory } from '../records/version-history.tsx';
import { WithdrawForm } from '../records/withdraw-form.tsx';
import { observationQueries } from './observation-queries.ts';
import { ChangeResultForm } from './result-forms.tsx';
import { flagWords, rangeWords } from './result-words.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kept: ResultReply['values'][string];
}

const columns: readonly Column<Row>[] = [
  { label: 'Tested', cell: ({ name }) => name },
  { label: 'Found', cell: ({ kept, unit }) => [kept.value, unit, kept.amount && `(${kept.amount})`].filter(Boolean).join(' ') },
  { label: 'Range', cell: ({ kept }) => rangeWords(kept) },
  {
    label: 'Meaning',
    cell: ({ kept }) =>
      flagWords(kept) && (
        <Badge size="sm" variant="light" color={kept.interpretation === 'critical' ? 'red' : kept.interpretation === 'abnormal' ? 'orange' : 'gray'}>
          {flagWords(kept)}
        </Badge>
      ),
  },
];

/** The values in the order of their panel; what the panel no longer names stands last. */
function rowsOf(result: ResultReply, panel: PanelReply | undefined): Row[] {
  const named = new Map((panel?.analytes ?? []).map((analyte) => [analyte.code, analyte]));
  const order = [...named.keys()];
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(result.values)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([code, kept]) => ({ code, kept, name: named.get(code)?.name ?? code, unit: named.get(code)?.unit ?? '' }));
}

function ReviewForm({ result, patientId, onDone }: { readonly result: ResultReply; readonly patientId: string; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(patientId);
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: ReviewResult,
    initial: { says: '' },
    prepare: (values) => ({ ...values, version: result.version }),
    send: (body) => api.post(`/results/${result.id}/review`, ResultReply, body),
    onSent: () => {
      tell('Reviewed.');
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void refresh();
      void queries.invalidateQueries({ queryKey: observationQueries.resultsToReview.queryKey });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label="What follows from it"
          description={result.worst === 'critical' ? 'This is critical: write what is done about it. With that it is taken up.' : undefined}
          placeholder={result.worst === 'critical' ? 'Called the patient; dose held, level tomorrow' : 'Dose unchanged, again in three months'}
          autosize
          minRows={2}
          {...form.getInputProps('says')}
        />
        {failure ? <Failed error={failure} /> : null}
        <Button type="submit" loading={isPending} style={{ alignSelf: 'end' }}>
          Reviewed
        </Button>
      </Stack>
    </form>
  );
}

function Found({ result, panel, patientId, onDone }: OneResultProps) {
  const may = useMay();
  const { documentId } = result;
  return (
    <Stack gap="md">
      {result.hints.map((hint) => (
        <Alert key={hint} color="orange">
          {hint}
        </Alert>
      ))}
      <Lines label="What was found" rows={rowsOf(result, panel)} columns={columns} keyOf={({ code }) => code} />
      <Facts
        facts={[
          ['Collected', moment(result.collectedAt)],
          ['Received', moment(result.receivedAt)],
          ['Laboratory', [result.laboratory, result.clia && `CLIA ${result.clia}`].filter(Boolean).join(', ')],
          ['Specimen', [result.specimen, result.method, result.isObserved === null ? '' : result.isObserved ? 'observed' : 'not observed'].filter(Boolean).join(', ')],
          ['Report', documentId && <Link to={`/patients/${patientId}/documents`}>Among the documents</Link>],
          ['Ordered by', result.orderedByName],
          ['Remark', result.note],
          ['Written by', `${result.writtenBy}, ${moment(result.writtenAt)}`],
          ['Reviewed', result.reviewedAt && `${result.reviewedBy ?? ''}, ${moment(result.reviewedAt)}${result.reviewSays ? `: ${result.reviewSays}` : ''}`],
        ]}
      />
      {result.reviewedAt === null && may('result.review') && <ReviewForm result={result} patientId={patientId} onDone={onDone} />}
      {result.reviewedAt === null && !may('result.review') && (
        <Text size="sm" c="dimmed">
          Waits for review by {moment(result.reviewDue)}.
        </Text>
      )}
    </Stack>
  );
}

interface OneResultProps {
  readonly result: ResultReply;
  readonly panel: PanelReply | undefined;
  readonly patientId: string;
  readonly onDone: () => void;
}

/** One result: what was found, its review, and how it is corrected. */
export function OneResult({ result, panel, patientId, onDone }: OneResultProps) {
  const mayWrite = useMay()('observation.write');
  const history = useQuery(observationQueries.resultHistory(result.id));
  const withdrawing = (
    <WithdrawForm
      patientId={patientId}
      path={`/results/${result.id}`}
      version={result.version}
      says="It leaves the grid and the courses, and stays in the record."
      onDone={onDone}
    />
  );
  const versions = (
    <VersionHistory
      query={history}
      says={({ says, state, reviewedBy, reviewSays }) =>
        [says, state === 'recorded' ? '' : 'entered in error', reviewedBy && `reviewed by ${reviewedBy}${reviewSays ? `: ${reviewSays}` : ''}`]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
  return (
    <RecordViews
      views={[
        { name: 'found', label: 'Result', shows: <Found result={result} panel={panel} patientId={patientId} onDone={onDone} /> },
        mayWrite && panel && { name: 'change', label: 'Correct', shows: <ChangeResultForm result={result} panel={panel} patientId={patientId} onDone={onDone} /> },
        mayWrite && { name: 'withdraw', label: 'Entered in error', shows: withdrawing },
        { name: 'history', label: 'History', shows: versions },
      ]}
    />
  );
}
