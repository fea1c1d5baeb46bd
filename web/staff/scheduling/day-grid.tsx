import type { CSSProperties } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { hoursOf, together, type Column } from './day-plan.ts';
import { DragPlace, type Dropped } from './drag-place.tsx';
import { timeAt, topOf, type GridScale } from './drag.ts';
import { EntryBlock } from './entry-block.tsx';
import { GroupBlock } from './group-block.tsx';
import { lanesOf } from './lanes.ts';
import { clockText } from './zoned-time.ts';
import classes from './schedule.module.css';

interface DayGridProps {
  readonly columns: readonly Column[];
  readonly today: string;
  readonly nowMinutes: number;
  readonly columnWidth: string;
  readonly mayBook: boolean;
  readonly onBook: (column: Column, start: number) => void;
  readonly onOpen: (appointment: AppointmentReply) => void;
  readonly onMove: (appointment: AppointmentReply, to: Dropped) => void;
}

const hourHeight = 56;

function Hours({ scale }: { readonly scale: GridScale }) {
  const hours = Array.from({ length: scale.toHour - scale.fromHour }, (_unused, index) => scale.fromHour + index);
  return (
    <div className={classes.hours} aria-hidden>
      {hours.map((hour) => (
        <div key={hour} className={classes.hour}>
          {clockText(hour * 60).replace(':00', '')}
        </div>
      ))}
    </div>
  );
}

/** Days side by side against the clock: a week of one clinician, or a day of a team. Click to book, drag to move, stretch to lengthen. */
export function DayGrid({ columns, today, nowMinutes, columnWidth, mayBook, onBook, onOpen, onMove }: DayGridProps) {
  const hours = hoursOf(columns);
  const scale: GridScale = { hourHeight, fromHour: hours.from, toHour: hours.to };
  const style = { '--columns': columns.length, '--column-width': columnWidth, '--hour-height': `${hourHeight}px` } as CSSProperties;
  return (
    <section className={classes.scroll} tabIndex={0} aria-label="Schedule">
      <div className={classes.grid} style={style}>
        <div className={`${classes.head} ${classes.corner}`} />
        {columns.map((column) => (
          <div key={column.key} className={classes.head} data-today={column.day === today}>
            {column.title}
          </div>
        ))}
        <Hours scale={scale} />
        {columns.map((column) => (
          <div
            key={column.key}
            className={classes.column}
            data-column={column.key}
            style={{ height: (hours.to - hours.from) * hourHeight, cursor: mayBook ? undefined : 'default' }}
            role="group"
            aria-label={`${column.title}: ${column.entries.length} entries`}
            onClick={(event) => mayBook && onBook(column, timeAt(event.clientY - event.currentTarget.getBoundingClientRect().top, scale))}
          >
            {lanesOf(together(column.entries)).map(({ item: { key, first: entry, seats, start, end }, lane, lanes }) => (
              <DragPlace
                key={key}
                start={start}
                end={end}
                lane={lane}
                lanes={lanes}
                scale={scale}
                movable={mayBook && seats.length === 0 && entry.kind === 'appointment' && ['booked', 'confirmed'].includes(entry.status)}
                onDrop={(dropped) => entry.kind === 'appointment' && onMove(entry, dropped)}
              >
                {seats.length > 0 ? (
                  <GroupBlock seats={seats} start={start} end={end} onOpen={onOpen} />
                ) : (
                  <EntryBlock entry={entry} start={start} end={end} onOpen={() => entry.kind === 'appointment' && onOpen(entry)} />
                )}
              </DragPlace>
            ))}
            {column.day === today && nowMinutes >= hours.from * 60 && nowMinutes <= hours.to * 60 && (
              <div className={classes.now} style={{ top: topOf(nowMinutes, scale) }} aria-hidden />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
