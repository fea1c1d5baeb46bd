import { UnstyledButton } from '@mantine/core';
import { peopleCount } from '../../ui/format/words.ts';
import tones from './appearance/appearance.module.css';
import { markOf, type Marking } from './appearance/appearance.ts';
import { Sign } from './appearance/sign.tsx';
import { dayColumns, freeSpans, hoursOf, together, type Column, type Hours, type Together } from './day-plan.ts';
import { statusWords } from './status.ts';
import { weekdays, type TeamWeekProps } from './team-week.tsx';
import { addDays, clockText, dayText } from './zoned-time.ts';
import classes from './schedule.module.css';

const hourText = (hour: number) => clockText(hour * 60).replace(':00', '');

function wordsOf({ first, seats }: Together): string {
  if (seats.length > 0) return `${seats[0]?.typeName ?? 'Group'}, ${peopleCount(seats.length)}`;
  if (first.kind === 'busy') return 'Busy';
  if (first.kind === 'blocked') return first.reason || 'Blocked';
  return `${first.patientName}, ${first.typeName}, ${statusWords[first.status].label}`;
}

function Block({ one, hours, marking }: { readonly one: Together; readonly hours: Hours; readonly marking: Marking }) {
  const { first, start, end, seats } = one;
  const mark = first.kind === 'appointment' && (seats.length === 0 || marking.by !== 'status') ? markOf(marking, first) : undefined;
  const minutes = (hours.to - hours.from) * 60;
  return (
    <span
      className={`${classes.block} ${tones.toned}`}
      data-kind={first.kind}
      data-tone={mark?.tone}
      title={`${clockText(start)} to ${clockText(end)}: ${wordsOf(one)}`}
      style={{ left: `${((start - hours.from * 60) / minutes) * 100}%`, width: `${((end - start) / minutes) * 100}%` }}
    >
      {mark && <Sign mark={mark} size={11} />}
    </span>
  );
}

/** What a cell says to whoever does not see its strip: how many come, and when there is room. */
function cellWords(column: Column, hours: Hours): string {
  const entries = together(column.entries);
  const booked = entries.filter(({ first }) => first.kind === 'appointment').length;
  const free = freeSpans(column.entries, hours).map(({ start, end }) => `${clockText(start)} to ${clockText(end)}`);
  const when = free.length === 0 ? 'nothing free' : `free ${free.join(', ')}`;
  return `${booked === 0 ? 'nothing booked' : `${booked} booked`}, ${when}`;
}

/** A week of a whole team in one line a person: each day a strip of its hours. A press opens the day, where the names are. */
export function TeamStrips({ schedule, monday, today, marking, onDay }: TeamWeekProps) {
  const days = weekdays.map((index) => addDays(monday, index));
  const columns = days.map((day) => dayColumns(schedule, day));
  const hours = hoursOf(columns.flat());
  return (
    <section className={classes.scroll} tabIndex={0} aria-label="Team week">
      <table className={`${classes.teamTable} ${classes.strips}`}>
        <thead>
          <tr>
            <th scope="col">Clinician</th>
            {days.map((day) => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {dayText(day)}
                <span className={classes.stripHours} aria-hidden>
                  <span>{hourText(hours.from)}</span>
                  <span>{hourText(Math.round((hours.from + hours.to) / 2))}</span>
                  <span>{hourText(hours.to)}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schedule.clinicians.map(({ id, name, credential }, row) => (
            <tr key={id}>
              <th scope="row" title={credential ?? undefined}>
                {name}
              </th>
              {columns.map((ofDay, index) => {
                const column = ofDay[row];
                const day = days[index] ?? monday;
                if (!column) return <td key={day} />;
                return (
                  <td key={day}>
                    <UnstyledButton className={classes.strip} onClick={() => onDay(id, day)} aria-label={`${dayText(day)} of ${name}: ${cellWords(column, hours)}`}>
                      {together(column.entries).map((one) => (
                        <Block key={one.key} one={one} hours={hours} marking={marking} />
                      ))}
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
