import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { useMay } from '../identity/session.ts';
import { missedQueries } from './missed-queries.ts';

/** What was said at check-in on a tablet, until somebody has seen to it. */
function Said({ appointmentId }: { readonly appointmentId: string }) {
  const mayWrite = useMay()('schedule.write');
  const queries = useQueryClient();
  const { data } = useQuery(missedQueries.checkIn(appointmentId));
  const settling = useMutation({
    mutationFn: (checkInId: string) => api.post(`/check-ins/${checkInId}/settlement`, undefined),
    onSuccess: async () => {
      tell('Seen to.');
      await Promise.all([['schedule'], ['home']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: tellProblem,
  });
  const checkIn = data?.checkIn;
  if (!checkIn) return null;
  const changed = [checkIn.contactChanged ? 'contact' : '', checkIn.coverageChanged ? 'insurance' : ''].filter(Boolean).join(' and ');
  return (
    <Group gap="xs">
      <Text size="sm" c={changed && !checkIn.settledAt ? 'var(--mantine-color-orange-text)' : 'dimmed'}>
        Checked in on the tablet {moment(checkIn.arrivedAt)}
        {changed ? `; says that ${changed} changed` : ', nothing changed'}.
      </Text>
      {mayWrite && changed && checkIn.settledAt === null && (
        <Button size="compact-xs" variant="light" loading={settling.isPending} onClick={() => settling.mutate(checkIn.id)}>
          Seen to
        </Button>
      )}
    </Group>
  );
}

/** What the desk should know beside a visit: that the patient has missed others, and what they said when they checked in. */
export function VisitStanding({ appointment }: { readonly appointment: Pick<AppointmentReply, 'id' | 'patientId' | 'arrivedAt'> }) {
  const { data } = useQuery(missedQueries.ofPatient(appointment.patientId));
  return (
    <>
      {data?.isRepeated && (
        <Text size="sm" fw={600} c="var(--mantine-color-orange-text)">
          Missed {data.recently} visits in {data.inDays} days.
        </Text>
      )}
      {appointment.arrivedAt !== null && <Said appointmentId={appointment.id} />}
    </>
  );
}
