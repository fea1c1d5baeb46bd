import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Authorizations } from '#server/billing/authorizations/authorizations.contract.ts';
import { api } from '../../ui/api/api.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { standingWords } from '../authorizations/authorization-words.ts';

/** Authorizations that run out or are still to be asked for, the first to end first, each with who sees to it. */
export function AuthorizationsCard() {
  const list = useQuery({ queryKey: ['authorizations'], queryFn: () => api.get('/authorizations', Authorizations) });
  return (
    <Panel title="Authorizations to see to">
      <Loaded query={list} empty="No authorization runs out within a week.">
        {({ items }) => (
          <Stack gap={7}>
            {items.slice(0, 8).map(({ id, patientId, patientName, programName, validThrough, standing, ownerName, used, allowed, counts }) => (
              <Group key={id} justify="space-between" wrap="nowrap">
                <div>
                  <Anchor component={Link} to={`/patients/${patientId}/authorizations`} size="sm" fw={550}>
                    {patientName}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {programName}, through {day(validThrough)}, {used} of {allowed} {counts}
                  </Text>
                </div>
                <Text size="xs" c={ownerName === null ? 'orange.8' : 'dimmed'} ta="right">
                  {standingWords[standing].says}
                  <br />
                  {ownerName ?? 'nobody sees to it'}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
