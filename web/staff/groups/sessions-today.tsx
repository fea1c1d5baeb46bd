import { useQuery } from '@tanstack/react-query';
import { SessionList } from '#server/groups/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { today } from '../../ui/format/today.ts';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { addDays, instantAt } from '../scheduling/zoned-time.ts';
import { spanWords } from './session-words.ts';

/** Group sessions of today, each opened by one click; nothing on a day without one. */
export function SessionsToday() {
  const { timeZone } = useMe().organisation;
  const day = today(timeZone);
  const span = { from: instantAt(day, 0, timeZone), to: instantAt(addDays(day, 1), 0, timeZone) };
  const sessions = useQuery({ queryKey: ['group-sessions', day], queryFn: () => api.get('/group-sessions', SessionList, span) });
  const items = sessions.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title="Group sessions today" flush>
      <Lines
        label="Group sessions today"
        rows={items}
        keyOf={({ id }) => id}
        to={({ id }) => `/groups/sessions/${id}`}
        tone={({ signedAt }) => (signedAt === null ? undefined : 'past')}
        columns={[
          { label: 'Group', cell: ({ groupName }) => groupName },
          { label: 'Time', cell: (session) => spanWords(session, timeZone) },
          { label: 'Members', cell: ({ members }) => members },
          { label: 'Record', cell: ({ signedAt }) => (signedAt === null ? 'to write' : 'signed') },
        ]}
      />
    </Panel>
  );
}
