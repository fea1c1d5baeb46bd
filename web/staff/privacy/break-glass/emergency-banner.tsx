import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { OpenEmergencies } from '#server/privacy/break-glass/break-glass.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell, tellProblem } from '../../../ui/form/tell.ts';
import { useNow } from '../../../ui/format/use-now.ts';
import { Waiting } from '../../../ui/states/states.tsx';
import { useEmergencies, useForgetEmergencies } from './emergencies.ts';

type OpenEmergency = z.infer<typeof OpenEmergencies>['items'][number];

function minutesLeft(endsAt: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(endsAt) - now) / 60_000));
}

function OneEmergency({ emergency }: { readonly emergency: OpenEmergency }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const left = minutesLeft(emergency.endsAt, useNow());
  const isHere = path.startsWith(`/patients/${emergency.patientId}`);
  const end = useMutation({
    mutationFn: () => api.post(`/emergencies/${emergency.id}/end`, undefined),
    onSuccess: async () => {
      tell('Emergency access has ended. The privacy officer will review it.');
      await navigate({ to: '/' });
      queries.removeQueries({ queryKey: ['patient', emergency.patientId] });
      await queries.invalidateQueries({ queryKey: ['emergencies'] });
    },
    onError: tellProblem,
  });
  return (
    <Alert color="red.9" variant="filled" role="status" icon={<IconUrgent aria-hidden />} title="Emergency access" py="xs" mb="xl" aria-label="Emergency access">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="inherit">
          {isHere ? (
            'This chart is open to you in an emergency. Everything you open is recorded and reviewed.'
          ) : (
            <>
              A chart is open to you in an emergency:{' '}
              <Anchor component={Link} to={`/patients/${emergency.patientId}`} c="inherit" td="underline" size="sm">
                back to it
              </Anchor>
              .
            </>
          )}{' '}
          <strong>
            {left} {left === 1 ? 'minute' : 'minutes'} left.
          </strong>
        </Text>
        <Button size="compact-sm" variant="white" color="dark" loading={end.isPending} onClick={() => end.mutate()}>
          End now
        </Button>
      </Group>
    </Alert>
  );
}

/**
 * Over every screen while a chart is open in an emergency: how long still, and the way to end it.
 * The screen waits until the open emergencies are known, or a chart reloaded in one would be asked for as if there were none.
 */
export function WithEmergencies({ children }: { readonly children: ReactNode }) {
  useForgetEmergencies();
  const emergencies = useEmergencies();
  if (emergencies.isLoading) return <Waiting />;
  return (
    <>
      {emergencies.data?.map((emergency) => (
        <OneEmergency key={emergency.id} emergency={emergency} />
      ))}
      {children}
    </>
  );
}
