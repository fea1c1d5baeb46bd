import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Anchor, Stack, Text } from '@mantine/core';
import { Episodes } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { day } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';

/** Referrals that nobody has screened or declined yet. */
export function ReferralsCard() {
  const referrals = useQuery({ queryKey: ['episodes', 'referral'], queryFn: () => api.get('/episodes', Episodes, { state: 'referral', limit: 8 }) });
  return (
    <Panel title="Referrals waiting">
      {referrals.isPending && <Waiting />}
      {referrals.isError && <Failed error={referrals.error} retry={() => void referrals.refetch()} />}
      {referrals.data?.items.length === 0 && <Empty>No referral waits for an answer.</Empty>}
      <Stack gap={7}>
        {referrals.data?.items.map(({ id, patientId, programName, referredOn, source }) => (
          <div key={id}>
            <Anchor component={Link} to={`/patients/${patientId}`} size="sm" fw={550}>
              {programName}
            </Anchor>
            <Text size="xs" c="dimmed">
              since {day(referredOn)}, by {source.replaceAll('-', ' ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
