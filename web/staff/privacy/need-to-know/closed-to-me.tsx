import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ClosedToReader } from '#server/privacy/need-to-know/need-to-know.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { requestId } from '../../patients/request-id.ts';
import { tell, tellProblem } from '../../../ui/form/tell.ts';
import { useMay, useMe } from '../../identity/session.ts';

/** Own programs that keep this chart for those with a part in the care. */
export function useClosedToMe(patientId: string) {
  const may = useMay();
  return useQuery({
    queryKey: ['closed-to-me', patientId],
    queryFn: () => api.get(`/patients/${patientId}/closed-to-me`, ClosedToReader, {}, { quiet: true }),
    enabled: may('chart.read'),
  });
}

/** Programs that keep this chart for those with a part in the care, and the one step into the team for who may take it; nothing at all when there are none. */
export function ClosedToMe({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const me = useMe();
  const queries = useQueryClient();
  const closed = useClosedToMe(patientId);
  const join = useMutation({
    mutationFn: (programId: string) => api.post(`/patients/${patientId}/care-team`, undefined, { id: requestId(), programId, staffId: me.staff.id, part: 'other' }),
    onSuccess: () => {
      tell('You are on the care team. The chart and the access log say so.');
      void queries.invalidateQueries();
    },
    onError: tellProblem,
  });
  return closed.data?.items.map(({ programId, programName }) => (
    <Alert key={programId} color="gray" variant="light" my="sm" title={`${programName} keeps its charts for those with a part in the care`}>
      <Group justify="space-between" align="center" gap="sm">
        <Text size="sm" flex="1 1 320px">
          You have none in the care of this patient, so notes, plans, assessments and medications are not shown. An appointment, a group that you lead or a place in the
          care team opens them.
        </Text>
        {may('team.write') && (
          <Button variant="light" onClick={() => join.mutate(programId)} loading={join.isPending}>
            Join the care team
          </Button>
        )}
      </Group>
    </Alert>
  ));
}
