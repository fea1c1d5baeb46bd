import { useQuery } from '@tanstack/react-query';
import { StaffList } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import { today } from '../../ui/format/today.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { staffConcerns } from './staff-concerns.ts';

/** Colleagues whose credential ends soon or who cannot sign in yet. */
export function StaffCard() {
  const { organisation } = useMe();
  const staff = useQuery({ queryKey: ['staff', { active: 'true' }], queryFn: () => api.get('/staff', StaffList, { active: 'true' }) });
  const concerns = staffConcerns(staff.data?.items ?? [], today(organisation.timeZone));
  return (
    <Panel title="Staff" flush>
      {staff.isPending && <Waiting />}
      {staff.isError && <Failed error={staff.error} retry={() => void staff.refetch()} />}
      {staff.data && concerns.length === 0 && <Empty>No credential ends within 60 days.</Empty>}
      {concerns.length > 0 && (
        <Lines
          label="Staff who need something"
          rows={concerns.slice(0, 8)}
          columns={[
            { label: 'Who', cell: ({ name }) => name },
            { label: 'What', cell: ({ says }) => says },
          ]}
          keyOf={({ id }) => id}
          to={({ id }) => `/administration/staff/${id}`}
          tone={({ isUrgent }) => (isUrgent ? 'attention' : undefined)}
        />
      )}
    </Panel>
  );
}
