import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MissedVisit, type MissedVisitReply, type MissedVisits } from '#server/desk/missed-visits/missed-visits.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { missedQueries } from './missed-queries.ts';

interface WaiveFormProps {
  readonly missed: MissedVisitReply;
  readonly reasons: MissedVisits['waivedReasons'];
  readonly onDone: () => void;
}

function WaiveForm({ missed, reasons, onDone }: WaiveFormProps) {
  const refresh = useRefreshPatient(missed.patientId);
  const [reason, setReason] = useState(reasons[0]?.code ?? '');
  const [note, setNote] = useState('');
  const waiving = useMutation({
    mutationFn: () => api.post(`/missed-visits/${missed.id}/waiver`, MissedVisit, { reason, note }),
    onSuccess: async ({ says }) => {
      await refresh();
      tell(`${says}.`);
      onDone();
    },
  });
  return (
    <Stack gap="md">
      <NativeSelect
        label="Why"
        data={reasons.map(({ code, says }) => ({ value: code, label: says }))}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Textarea label="Note" value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={300} autosize minRows={2} />
      {waiving.isError && <Failed error={waiving.error} />}
      <Group justify="flex-end">
        <Button loading={waiving.isPending} onClick={() => waiving.mutate()}>
          Waive the fee
        </Button>
      </Group>
    </Stack>
  );
}

function PostButton({ missed }: { readonly missed: MissedVisitReply }) {
  const refresh = useRefreshPatient(missed.patientId);
  const posting = useMutation({
    mutationFn: () => api.post(`/missed-visits/${missed.id}/fee`, MissedVisit),
    onSuccess: async ({ says }) => {
      await refresh();
      tell(`${says}.`);
    },
    onError: tellProblem,
  });
  return (
    <Button size="compact-xs" variant="light" loading={posting.isPending} aria-label={`Post the fee of ${moment(missed.startsAt)}`} onClick={() => posting.mutate()}>
      Post
    </Button>
  );
}

/** Missed and late cancelled visits of a person with their fees; nothing when there are none. */
export function PatientMissed({ patientId }: { readonly patientId: string }) {
  const mayPost = useMay()('payment.post');
  const [waiving, setWaiving] = useState<MissedVisitReply | null>(null);
  const { data } = useQuery(missedQueries.ofPatient(patientId));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title="Missed visits" says={data.isRepeated ? `${data.recently} in ${data.inDays} days` : undefined} flush>
      <Lines
        label="Missed visits"
        rows={data.items}
        keyOf={({ id }) => id}
        tone={({ state }) => (state === 'to-decide' ? 'attention' : undefined)}
        columns={[
          { label: 'When', cell: ({ startsAt }) => moment(startsAt) },
          { label: 'What', cell: ({ kind }) => (kind === 'no-show' ? 'Did not come' : 'Called off late') },
          { label: 'Fee', cell: ({ says }) => says },
          {
            label: 'Decide',
            cell: (missed) =>
              mayPost && (
                <Group gap={4}>
                  {missed.state === 'to-decide' && <PostButton missed={missed} />}
                  {(missed.state === 'to-decide' || missed.state === 'posted') && (
                    <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Waive the fee of ${moment(missed.startsAt)}`} onClick={() => setWaiving(missed)}>
                      Waive
                    </Button>
                  )}
                </Group>
              ),
          },
        ]}
      />
      <Dialog title="Waive the fee" opened={waiving !== null} onClose={() => setWaiving(null)}>
        {waiving && (
          <>
            <Text size="sm" mb="sm">
              {moment(waiving.startsAt)}: {waiving.says}
            </Text>
            <WaiveForm missed={waiving} reasons={data.waivedReasons} onDone={() => setWaiving(null)} />
          </>
        )}
      </Dialog>
    </Panel>
  );
}
