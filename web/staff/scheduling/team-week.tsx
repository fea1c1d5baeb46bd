import { Text, UnstyledButton } from '@mantine/core';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { peopleCount } from '../../ui/format/words.ts';
import tones from './appearance/appearance.module.css';
import { markOf, type Marking } from './appearance/appearance.ts';
import { Sign } from './appearance/sign.tsx';
import type { Schedule } from './schedule.ts';
import { dayColumns, together, type Together } from './day-plan.ts';
import { addDays, clockText, dayText } from './zoned-time.ts';
import classes from './schedule.module.css';

export interface TeamWeekProps {
  readonly schedule: Schedule;
  readonly monday: string;
  readonly today: string;
  readonly marking: Marking;
  readonly onOpen: (appointment: AppointmentReply) => void;
  readonly onDay: (clinicianId: string, day: string) => void;
}

/** A working week. */
export const weekdays = [0, 1, 2, 3, 4];

interface ChipProps extends Pick<TeamWeekProps, 'marking' | 'onOpen'> {
  readonly placed: Together;
  readonly onGroup: () => void;
}

function Chip({ placed, marking, onOpen, onGroup }: ChipProps) {
  const { first: entry, start, seats } = placed;
  if (seats.length > 0) {
    return (
      <UnstyledButton className={classes.chip} onClick={onGroup}>
        <span className={classes.chipTime}>{clockText(start)}</span>{' '}
        <span>
          {seats[0]?.typeName}, {peopleCount(seats.length)}
        </span>
      </UnstyledButton>
    );
  }
  if (entry.kind !== 'appointment') {
    return (
      <span className={classes.chip}>
        <span className={classes.chipTime}>{clockText(start)}</span>{' '}
        <Text span size="xs" c="dimmed">
          {entry.kind === 'busy' ? 'Busy' : entry.reason || 'Blocked'}
        </Text>
      </span>
    );
  }
  const mark = markOf(marking, entry);
  return (
    <UnstyledButton className={`${classes.chip} ${tones.toned}`} data-tone={mark?.tone} onClick={() => onOpen(entry)} data-status={entry.status}>
      {mark && <Sign mark={mark} />}
      <span className={classes.chipTime}>{clockText(start)}</span> <span className={classes.chipName}>{entry.patientName}</span>
    </UnstyledButton>
  );
}

/** A week of a whole team: a row a clinician, a cell a day. Dense on purpose: the question here is who is free and where. */
export function TeamWeek({ schedule, monday, today, marking, onOpen, onDay }: TeamWeekProps) {
  const days = weekdays.map((index) => addDays(monday, index));
  const byDay = new Map(days.map((day) => [day, new Map(dayColumns(schedule, day).map((column) => [column.clinicianId, column.entries]))]));
  return (
    <section className={classes.scroll} tabIndex={0} aria-label="Team week">
      <table className={classes.teamTable}>
        <thead>
          <tr>
            <th scope="col">Clinician</th>
            {days.map((day) => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {dayText(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schedule.clinicians.map(({ id, name, credential }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <Text size="xs" c="dimmed">
                  {credential}
                </Text>
              </th>
              {days.map((day) => {
                const entries = byDay.get(day)?.get(id) ?? [];
                return (
                  <td key={day}>
                    {together(entries).map((placed) => (
                      <Chip key={placed.key} placed={placed} marking={marking} onOpen={onOpen} onGroup={() => onDay(id, day)} />
                    ))}
                    <UnstyledButton className={classes.chip} onClick={() => onDay(id, day)} aria-label={`Open ${dayText(day)} of ${name}`}>
                      <Text span size="xs" c="dimmed">
                        {entries.length === 0 ? 'Free' : 'Open day'}
                      </Text>
                    </UnstyledButton>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
