import { Button } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { clockText } from '../scheduling/zoned-time.ts';
import { minutesOf, seatWords, weekdayNames } from './track-words.ts';
import classes from './timetable.module.css';

interface TimetableProps extends Pick<TrackReply, 'name' | 'slots'> {
  /** Left out for who may not change it. */
  readonly onLength?: ((slot: TrackReply['slots'][number]) => void) | undefined;
}

/** A week of a track: a column a day, the groups of the day in their order, with leader, room and the seats of the fullest meeting to come. */
export function Timetable({ name, slots, onLength }: TimetableProps) {
  const days = [...new Set(slots.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  return (
    <section className={classes.scroll} tabIndex={0} aria-label={`Week of ${name}`}>
      <div className={classes.week} style={{ '--days': days.length } as CSSProperties}>
        {days.map((day) => (
          <div key={day}>
            <h3 className={classes.day}>{weekdayNames[day]}</h3>
            <ul className={classes.slots}>
              {slots
                .filter(({ weekday }) => weekday === day)
                .map((slot) => (
                  <li key={slot.id} className={classes.slot} data-full={slot.taken >= slot.capacity || undefined}>
                    <strong>{slot.groupName}</strong>
                    <span>
                      {clockText(minutesOf(slot.starts))} to {clockText(minutesOf(slot.starts) + slot.minutes)}
                    </span>
                    <span>{[slot.facilitatorName, slot.roomName].filter(Boolean).join(', ')}</span>
                    <span>Seats: {seatWords(slot)}</span>
                    {onLength && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        mt={2}
                        ml={-6}
                        aria-label={`Change length of ${slot.groupName} on ${weekdayNames[day] ?? ''}`}
                        onClick={() => onLength(slot)}
                      >
                        Change length
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
