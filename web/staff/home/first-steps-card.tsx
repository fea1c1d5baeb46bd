import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PayerList } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { programQueries } from '../programs/program-queries.ts';

/** What a new organisation still lacks; gone once programs and payers are there. */
export function FirstStepsCard() {
  const programs = useQuery(programQueries.all);
  const payers = useQuery({ queryKey: ['payers'], queryFn: () => api.get('/payers', PayerList) });
  const lacksPrograms = programs.data?.items.length === 0;
  const lacksPayers = payers.data?.items.length === 0;
  if (!lacksPrograms && !lacksPayers) return null;
  return (
    <Panel title="Next steps">
      <Text size="sm" mb="xs">
        The house is open. Before the first patient comes:
      </Text>
      <List type="ordered" size="sm" spacing={6}>
        {lacksPrograms && (
          <List.Item>
            <Anchor component={Link} to="/administration/programs">
              Set up a program
            </Anchor>
            : patients are registered in one, and it decides how records are protected.
          </List.Item>
        )}
        <List.Item>
          <Anchor component={Link} to="/administration/staff">
            Add your staff
          </Anchor>
          : a link to choose a password is mailed to each.
        </List.Item>
        {lacksPayers && (
          <List.Item>
            <Anchor component={Link} to="/administration/payers">
              Add payers and your charges
            </Anchor>
            : claims need them.
          </List.Item>
        )}
      </List>
    </Panel>
  );
}
