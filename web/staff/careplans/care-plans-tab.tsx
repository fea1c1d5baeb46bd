import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CarePlan, CarePlanList } from '#server/careplans/plans/plans.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { PlanEditor } from './plan-editor.tsx';

/** Plans of a person, one a program, and the way to open another. */
export function CarePlansTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('chart.write');
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const plans = useQuery({
    queryKey: ['patient', patientId, 'care-plans'],
    queryFn: () => api.get(`/patients/${patientId}/care-plans`, CarePlanList),
  });
  const opening = useMutation({
    mutationFn: (programId: string) => api.post('/care-plans', CarePlan, { patientId, programId }),
    onSuccess: refresh,
    onError: tellProblem,
  });
  if (plans.isError) return <Failed error={plans.error} retry={() => void plans.refetch()} />;
  if (!plans.data) return <Waiting />;
  const without = programs.filter(({ value }) => !plans.data.items.some(({ programId }) => programId === value));
  return (
    <Stack gap="md">
      {plans.data.items.length === 0 && <Empty>No care plan yet. Open one: it begins with the diagnoses of the chart.</Empty>}
      {plans.data.items.map((plan) => (
        <PlanEditor key={plan.id} plan={plan} />
      ))}
      {mayWrite && without.length > 0 && (
        <Group>
          {without.map(({ value, label }) => (
            <Button key={value} variant="light" size="compact-sm" loading={opening.isPending} onClick={() => opening.mutate(value)}>
              Open a plan in {label}
            </Button>
          ))}
        </Group>
      )}
      <WhyNotMore patientId={patientId} />
    </Stack>
  );
}
