import { Alert, Badge, Button, Chip, Group, NativeSelect, Paper, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { memo, type KeyboardEvent } from 'react';
import type { SeatReply, SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import { instantAt, wallTime } from '../scheduling/zoned-time.ts';
import { marked, seatTyped, type Marks, type SessionEdits } from './session-edits.ts';

const chips = ['active', 'attentive', 'quiet', 'supportive', 'reluctant', 'tearful', 'disruptive'] as const;
const reasons: readonly { value: NonNullable<SeatReply['absence']> | ''; label: string }[] = [
  { value: '', label: 'Why?' },
  { value: 'no-word', label: 'No word' },
  { value: 'illness', label: 'Ill' },
  { value: 'transport', label: 'No way to come' },
  { value: 'work-or-family', label: 'Work or family' },
  { value: 'forgot', label: 'Forgot' },
  { value: 'excused', label: 'Excused' },
  { value: 'other', label: 'Another reason' },
];
const quarterHour = 15 * 60_000;

interface SeatTileProps {
  readonly session: Pick<SessionReply, 'startsAt' | 'endsAt'>;
  /** As it is seen here, with what is not saved yet. */
  readonly seat: SeatReply;
  /** As the server holds it. */
  readonly held: SeatReply;
  readonly timeZone: string;
  readonly says: readonly string[];
  readonly setEdits: (change: (now: SessionEdits) => SessionEdits) => void;
}

interface TileProps extends Omit<SeatTileProps, 'held' | 'setEdits'> {
  readonly onMark: (marks: Marks) => void;
  readonly onType: (name: 'line' | 'riskNote', text: string) => void;
}

/** Now, when the session is going on; else a quarter of an hour inside it, to be corrected. */
function momentWithin({ startsAt, endsAt }: TileProps['session'], side: 'late' | 'left'): string {
  const [from, to, now] = [Date.parse(startsAt), Date.parse(endsAt), Date.now()];
  if (now > from && now < to) return new Date(now).toISOString();
  return new Date(side === 'late' ? Math.min(from + quarterHour, to) : Math.max(to - quarterHour, from)).toISOString();
}

function attendanceKeys({ session, onMark }: TileProps): Readonly<Record<string, () => void>> {
  return {
    h: () => onMark({ attendance: 'present', arrivedAt: null, leftAt: null, absence: null }),
    l: () => onMark({ attendance: 'present', arrivedAt: momentWithin(session, 'late'), absence: null }),
    e: () => onMark({ attendance: 'present', leftAt: momentWithin(session, 'left'), absence: null }),
    a: () => onMark({ attendance: 'absent', arrivedAt: null, leftAt: null }),
  };
}

function ClockField({
  label,
  at,
  timeZone,
  onChange,
}: {
  readonly label: string;
  readonly at: string;
  readonly timeZone: string;
  readonly onChange: (at: string) => void;
}) {
  const { day, minutes } = wallTime(at, timeZone);
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const set = (typed: string) => {
    const [hour, minute] = typed.split(':').map(Number);
    if (hour !== undefined && minute !== undefined && !Number.isNaN(hour + minute)) onChange(instantAt(day, hour * 60 + minute, timeZone));
  };
  return <TextInput type="time" size="xs" label={label} value={text} onChange={(event) => set(event.currentTarget.value)} w={110} />;
}

function Attendance(props: TileProps) {
  const { seat, timeZone, onMark } = props;
  const run = attendanceKeys(props);
  const isHere = seat.attendance === 'present';
  const choices = [
    { key: 'h', label: 'Here', on: isHere && seat.arrivedAt === null && seat.leftAt === null },
    { key: 'l', label: 'Late', on: isHere && seat.arrivedAt !== null },
    { key: 'e', label: 'Left early', on: isHere && seat.leftAt !== null },
    { key: 'a', label: 'Absent', on: seat.attendance === 'absent' },
  ];
  return (
    <Group gap={6} align="end">
      <Button.Group>
        {choices.map(({ key, label, on }) => (
          <Button key={key} size="compact-xs" variant={on ? 'filled' : 'default'} aria-pressed={on} onClick={run[key]}>
            {label}
          </Button>
        ))}
      </Button.Group>
      {isHere && seat.arrivedAt !== null && <ClockField label="Came at" at={seat.arrivedAt} timeZone={timeZone} onChange={(arrivedAt) => onMark({ arrivedAt })} />}
      {isHere && seat.leftAt !== null && <ClockField label="Left at" at={seat.leftAt} timeZone={timeZone} onChange={(leftAt) => onMark({ leftAt })} />}
      {seat.attendance === 'absent' && (
        <NativeSelect
          size="xs"
          aria-label={`Why ${seat.name} was absent`}
          data={[...reasons]}
          value={seat.absence ?? ''}
          onChange={(event) => onMark({ absence: reasons.find(({ value }) => value === event.currentTarget.value)?.value || null })}
        />
      )}
    </Group>
  );
}

function Present({ seat, onMark, onType }: TileProps) {
  return (
    <>
      <Chip.Group multiple value={[...seat.chips]} onChange={(chosen) => onMark({ chips: chips.filter((chip) => chosen.includes(chip)) })}>
        <Group gap={4}>
          {chips.map((chip) => (
            <Chip key={chip} value={chip} size="xs">
              {chip}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        aria-label={`What ${seat.name} said and did`}
        placeholder="What this person said and did, in words that name no other member"
        value={seat.line}
        onChange={(event) => onType('line', event.currentTarget.value)}
      />
      <Group gap="xs">
        <Text size="xs">Risk</Text>
        <SegmentedControl
          size="xs"
          aria-label={`Risk of ${seat.name}`}
          data={[
            { value: 'denied', label: 'Denied' },
            { value: 'present', label: 'Present' },
            { value: 'not-assessed', label: 'Not asked' },
          ]}
          value={seat.risk ?? ''}
          onChange={(risk) => onMark({ risk: risk === 'denied' || risk === 'present' ? risk : 'not-assessed' })}
        />
      </Group>
      {seat.risk !== null && seat.risk !== 'denied' && (
        <TextInput
          aria-label={`About the risk of ${seat.name}`}
          placeholder={seat.risk === 'present' ? 'What, since when, what was done' : 'Why risk was not asked'}
          value={seat.riskNote}
          onChange={(event) => onType('riskNote', event.currentTarget.value)}
        />
      )}
    </>
  );
}

function CloneMeter({ seat }: { readonly seat: SeatReply }) {
  if (seat.clone === null) return null;
  return (
    <Alert color="orange" p={6}>
      <Text size="xs">
        {seat.clone.percent}% the same as {seat.clone.like === 'last-session' ? 'what was written of this person last time' : 'the line of another member'}. Say what was
        this person’s own.
      </Text>
    </Alert>
  );
}

/** One member of the session: there or not by one click or key (H, L, E, A), chips, their own line, what is still missing. */
export const SeatTile = memo(function SeatTile({ held, setEdits, ...shown }: SeatTileProps) {
  const props: TileProps = {
    ...shown,
    onMark: (marks) => setEdits((now) => marked(now, held.patientId, marks)),
    onType: (name, text) => setEdits((now) => seatTyped(now, held, name, text)),
  };
  const { seat, says, onType } = props;
  const hear = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    attendanceKeys(props)[event.key.toLowerCase()]?.();
  };
  return (
    <Paper component="section" withBorder p="sm" tabIndex={0} aria-label={seat.name} onKeyDown={hear}>
      <Stack gap={8}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600} truncate>
            {seat.name}
          </Text>
          <Badge variant="light" color={says.length === 0 ? 'tide' : seat.attendance === 'expected' ? 'gray' : 'orange'}>
            {says.length === 0 ? (seat.attendance === 'absent' ? 'absent' : `${seat.minutes} min`) : seat.attendance === 'expected' ? 'expected' : 'to do'}
          </Badge>
        </Group>
        <Attendance {...props} />
        {seat.attendance === 'present' && <Present {...props} />}
        {seat.attendance === 'absent' && (
          <TextInput
            aria-label={`Concern and plan for ${seat.name}`}
            placeholder="Concern and plan, if any"
            value={seat.line}
            onChange={(event) => onType('line', event.currentTarget.value)}
          />
        )}
        <CloneMeter seat={seat} />
        {seat.attendance !== 'expected' &&
          says.map((line) => (
            <Text key={line} size="xs" c="var(--mantine-color-orange-text)">
              {line}
            </Text>
          ))}
      </Stack>
    </Paper>
  );
});
