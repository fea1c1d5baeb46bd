import { Alert, Button, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Noted, type Consequence } from '#server/desk/missed-visits/missed-visits.contract.ts';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { missedQueries, type Missing } from './missed-queries.ts';

interface MissedFormProps {
  readonly appointment: Pick<AppointmentReply, 'id' | 'patientId'>;
  readonly missing: Missing;
  /** What happened, in the caller's words. */
  readonly text?: string;
  readonly label: string;
  /** The visit as it stands now, and what was done in a sentence. */
  readonly onDone: (appointment: AppointmentReply, says: string) => void;
}

function Follows({ consequence }: { readonly consequence: Consequence }) {
  const { says, nextSteps, source, isRepeated, before, inDays, kind } = consequence;
  return (
    <Alert
      color={consequence.feeCents > 0 ? 'orange' : 'gray'}
      title={kind === 'cancellation' ? 'What follows' : kind === 'late-cancel' ? 'Called off late' : 'Missed visit'}
    >
      <Stack gap={4}>
        {says.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
        {isRepeated && (
          <Text size="sm" fw={600}>
            With this one {before + 1} in {inDays} days.
          </Text>
        )}
        {nextSteps.length > 0 && (
          <List size="sm">
            {nextSteps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        )}
        {source && (
          <Text size="xs" c="dimmed">
            {source}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

/** Notes that a visit is missed or called off, after showing what follows: the fee, and what to do next. */
export function MissedForm({ appointment, missing, text, label, onDone }: MissedFormProps) {
  const { id: appointmentId, patientId } = appointment;
  const mayPost = useMay()('payment.post');
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const [waive, setWaive] = useState('');
  const consequence = useQuery(missedQueries.consequence(appointmentId, missing));
  const noting = useMutation({
    mutationFn: async (expectCents: number) => {
      const body = { id, ...missing, expectCents, ...(text ? { text } : {}), ...(waive ? { waive } : {}) };
      const { missed } = await api.post(`/appointments/${appointmentId}/missed-visit`, Noted, body);
      return { missed, now: await api.get(`/appointments/${appointmentId}`, AppointmentReply) };
    },
    onSuccess: async ({ missed, now }) => {
      onDone(now, missed === null ? 'Called off.' : `Noted. ${missed.says}.`);
      await Promise.all([['schedule'], ['patient', patientId], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: () => void consequence.refetch(),
  });
  if (consequence.isError) return <Failed error={consequence.error} retry={() => void consequence.refetch()} />;
  if (!consequence.data) return <Waiting label="Looking at what follows" />;
  const { feeCents, waivedReasons } = consequence.data;
  return (
    <Stack gap="xs">
      <Follows consequence={consequence.data} />
      {feeCents > 0 && mayPost && (
        <NativeSelect
          label="Waive the fee"
          data={[{ value: '', label: 'No' }, ...waivedReasons.map(({ code, says }) => ({ value: code, label: says }))]}
          value={waive}
          onChange={(event) => setWaive(event.currentTarget.value)}
        />
      )}
      {noting.isError && <Failed error={noting.error} />}
      <Button color="red" variant="light" loading={noting.isPending} onClick={() => noting.mutate(feeCents)}>
        {label}
      </Button>
    </Stack>
  );
}
