import { Alert, Badge, Button, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Weeks, type MemberWeek } from '#server/attendance/weeks/weeks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { day as dayWords } from '../../ui/format/words.ts';
import { Empty, Page } from '../../ui/states/states.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { DaysTable } from '../billing/days-table.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { programQueries } from '../programs/program-queries.ts';
import { addDays, clockText } from '../scheduling/zoned-time.ts';
import { hours, shortWords, standingOf, weekdayOf } from './week-words.ts';

type Reply = ReturnType<typeof Weeks.parse>;

interface PlanProps {
  readonly member: MemberWeek;
  readonly programId: string;
  readonly monday: string;
  readonly rule: Reply['rule'];
  readonly onDone: () => void;
}

function Plan({ member, programId, monday, rule, onDone }: PlanProps) {
  const may = useMay();
  const queries = useQueryClient();
  const accepting = useMutation({
    mutationFn: () => api.post('/attendance/make-ups', undefined, { patientId: member.patientId, sessionIds: (member.makeUp ?? []).map(({ sessionId }) => sessionId) }),
    onSuccess: () => {
      tell('The seats are taken.');
      void queries.invalidateQueries({ queryKey: ['attendance'] });
      onDone();
    },
    onError: tellProblem,
  });
  return (
    <Stack gap="md">
      {member.makeUp === null && <Alert color="orange">This week can no longer reach the threshold: no sessions with free seats are enough.</Alert>}
      {member.makeUp?.length === 0 && <Text size="sm">Nothing is missing as long as everything expected is attended.</Text>}
      {member.makeUp && member.makeUp.length > 0 && (
        <Panel title="Make it up with the fewest sessions">
          <Stack gap={6}>
            {member.makeUp.map(({ sessionId, groupName, day, start, end, seatsFree }) => (
              <Group key={sessionId} justify="space-between" wrap="nowrap">
                <Text size="sm">
                  {weekdayOf(day)} {clockText(start)} to {clockText(end)}, {groupName}
                </Text>
                <Text size="xs" c="dimmed">
                  {seatsFree} {seatsFree === 1 ? 'seat' : 'seats'} free
                </Text>
              </Group>
            ))}
          </Stack>
        </Panel>
      )}
      {member.claimNow && (
        <Panel title="The claim" says={rule && `${rule.procedure}: ${rule.says}. ${rule.source} Read ${dayWords(rule.readOn)}.`}>
          {member.payer && (
            <Text size="sm" mb="xs">
              {member.payer.name} pays otherwise: {member.payer.says}.{' '}
              <Text span size="xs" c="dimmed">
                {member.payer.source}.
              </Text>
            </Text>
          )}
          <Text size="sm">As it stands: {member.claimNow.says}</Text>
          {member.claimThen && member.makeUp && member.makeUp.length > 0 && <Text size="sm">With these sessions: {member.claimThen.says}</Text>}
        </Panel>
      )}
      {member.claimNow && may('charge.read') && (
        <Panel title="Days and their billing" flush>
          <DaysTable patientId={member.patientId} programId={programId} from={monday} to={addDays(monday, 6)} />
        </Panel>
      )}
      {member.makeUp && member.makeUp.length > 0 && may('chart.write') && (
        <Group justify="flex-end">
          <Button loading={accepting.isPending} onClick={() => accepting.mutate()}>
            Take these seats
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Members({ weeks, programId }: { readonly weeks: Reply; readonly programId: string }) {
  const [shown, setShown] = useState<MemberWeek | null>(null);
  const { threshold } = weeks;
  if (!threshold) return <Empty>This program asks for no minutes of a week.</Empty>;
  if (weeks.members.length === 0) return <Empty>Nobody is admitted to this program.</Empty>;
  return (
    <>
      <Lines
        label="Weeks of members"
        rows={weeks.members}
        columns={[
          { label: 'Member', cell: ({ name }) => name },
          {
            label: 'Hours',
            cell: ({ minutes, expectedMinutes, name }) => (
              <Stack gap={2} miw={150}>
                <Progress.Root size="sm" aria-label={`Hours of ${name}`}>
                  <Progress.Section value={Math.min(100, (100 * minutes) / threshold.minutesPerWeek)} color="tide" aria-label={`${hours(minutes)} attended`} />
                  <Progress.Section
                    value={Math.min(100 - Math.min(100, (100 * minutes) / threshold.minutesPerWeek), (100 * expectedMinutes) / threshold.minutesPerWeek)}
                    color="tide.3"
                    aria-label={`${hours(expectedMinutes)} expected`}
                  />
                </Progress.Root>
                <Text size="xs" c="dimmed">
                  {hours(minutes)} and {hours(expectedMinutes)} to come, of {hours(threshold.minutesPerWeek)}
                </Text>
              </Stack>
            ),
          },
          { label: 'Full days', cell: ({ fullDays }) => `${fullDays} of ${threshold.daysPerWeek}` },
          { label: 'Short days', cell: ({ short }) => shortWords(short), wide: true },
          {
            label: 'Standing',
            cell: (member) => (
              <Badge size="sm" variant="light" color={standingOf(member).color}>
                {standingOf(member).says}
              </Badge>
            ),
          },
        ]}
        keyOf={({ patientId }) => patientId}
        onOpen={setShown}
        tone={({ makeUp }) => (makeUp?.length === 0 ? undefined : 'attention')}
      />
      <Dialog title={shown ? `The week of ${shown.name}` : ''} opened={shown !== null} onClose={() => setShown(null)}>
        {shown && <Plan member={shown} programId={programId} monday={weeks.monday} rule={weeks.rule} onDone={() => setShown(null)} />}
      </Dialog>
    </>
  );
}

/** Weeks of a day program: hours and days against the threshold, make-up sessions with seats, and what the claim would be. */
export function WeeksScreen() {
  const { programIds, organisation } = useMe();
  const programs = useQuery(programQueries.all);
  const choices = (programs.data?.items ?? []).filter(({ id, kind, active }) => active && programIds.includes(id) && (kind === 'iop' || kind === 'php'));
  const [chosen, setChosen] = useState<string | null>(null);
  const [day, setDay] = useState(today(organisation.timeZone));
  const programId = chosen ?? choices[0]?.id ?? '';
  const weeks = useQuery({
    queryKey: ['attendance', programId, day],
    queryFn: () => api.get('/attendance/weeks', Weeks, { programId, week: day }),
    enabled: programId !== '',
  });
  return (
    <Page
      title="Attendance"
      actions={
        <Group gap="xs">
          <Select
            aria-label="Program"
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={programId || null}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Button component={Link} to="/tracks" variant="light">
            Program tracks
          </Button>
          <Button variant="default" onClick={() => setDay(addDays(day, -7))}>
            Week before
          </Button>
          <Button variant="default" onClick={() => setDay(addDays(day, 7))}>
            Week after
          </Button>
        </Group>
      }
    >
      {programs.data && choices.length === 0 && <Empty>You work in no day program.</Empty>}
      {programId !== '' && (
        <Panel
          title={weeks.data ? `Week of ${dayWords(weeks.data.monday)}` : 'Week'}
          flush
          says="Minutes come from the seats of group sessions. Open a member to see what makes up for what is missing."
        >
          <Loaded query={weeks}>{(found) => <Members weeks={found} programId={programId} />}</Loaded>
        </Panel>
      )}
    </Page>
  );
}
