import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { clockText, dayText, wallTime } from '../scheduling/zoned-time.ts';

/** A meeting as a preview shows it. */
interface ShownMeeting {
  readonly key: string;
  readonly groupName: string;
  readonly startsAt: string;
  readonly isOut: boolean;
  readonly conflicts: readonly { readonly blocks: boolean; readonly says: string }[];
}

interface MeetingsListProps {
  readonly meetings: readonly ShownMeeting[];
  readonly timeZone: string;
  /** What is done with a meeting in whose way something stands. */
  readonly leaveLabel?: string;
  readonly onLeaveOut: (key: string, isOut: boolean) => void;
}

function OneMeeting({ meeting, timeZone, leaveLabel = 'Leave out', onLeaveOut }: { readonly meeting: ShownMeeting } & Omit<MeetingsListProps, 'meetings'>) {
  const { day, minutes } = wallTime(meeting.startsAt, timeZone);
  const name = `${dayText(day)}, ${clockText(minutes)}, ${meeting.groupName}`;
  const isMarked = meeting.isOut || meeting.conflicts.length > 0;
  return (
    <Group component="li" justify="space-between" gap="xs" wrap="nowrap" align="start">
      <div>
        <Text size="sm" td={meeting.isOut ? 'line-through' : undefined}>
          {name}
        </Text>
        {meeting.conflicts.map(({ says, blocks }) => (
          <Text key={says} size="xs" c={blocks ? 'var(--mantine-color-orange-text)' : 'dimmed'}>
            {says}
          </Text>
        ))}
      </div>
      {isMarked && (
        <Checkbox
          size="xs"
          label={leaveLabel}
          aria-label={`${leaveLabel} ${name}`}
          checked={meeting.isOut}
          onChange={(event) => onLeaveOut(meeting.key, event.currentTarget.checked)}
          style={{ flexShrink: 0 }}
        />
      )}
    </Group>
  );
}

/** Whether nothing stands in the way of what is not left out. */
export function isClear(meetings: readonly ShownMeeting[]): boolean {
  return meetings.every(({ isOut, conflicts }) => isOut || conflicts.every(({ blocks }) => !blocks));
}

/** Every meeting with what stands against it; those with a remark can be left out. */
export function MeetingsList({ meetings, ...rest }: MeetingsListProps) {
  const inTheWay = meetings.filter(({ isOut, conflicts }) => !isOut && conflicts.some(({ blocks }) => blocks)).length;
  const words =
    inTheWay === 0
      ? 'Nothing stands in the way.'
      : `${inTheWay} ${inTheWay === 1 ? 'meeting' : 'meetings'} to decide: ${(rest.leaveLabel ?? 'Leave out').toLowerCase()}, or mend what stands there.`;
  return (
    <Stack gap={6}>
      <Text size="sm" role="status" c={inTheWay > 0 ? 'var(--mantine-color-orange-text)' : 'dimmed'}>
        {words}
      </Text>
      <Stack component="ol" gap={6} m={0} p={0} mah={320} style={{ overflowY: 'auto', listStyle: 'none' }} aria-label="Meetings" tabIndex={0}>
        {meetings.map((meeting) => (
          <OneMeeting key={meeting.key} meeting={meeting} {...rest} />
        ))}
      </Stack>
    </Stack>
  );
}
