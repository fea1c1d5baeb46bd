import { useRef, type CSSProperties } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { Density, Marking } from './appearance/appearance.ts';
import { hoursOf, together, type Column, type Together } from './day-plan.ts';
import { DragPlace, type Dropped } from './drag-place.tsx';
import { timeAt, topOf, type GridScale } from './drag.ts';
import { EntryBlock } from './entry-block.tsx';
import { GroupBlock } from './group-block.tsx';
import { lanesOf, type Laned } from './lanes.ts';
import { CarryLine } from './moving/carry-line.tsx';
import { isMovable } from './moving/carrying.ts';
import { Ghost } from './moving/ghost.tsx';
import { useCarrying, type Carried } from './moving/use-carrying.ts';
import { clockText } from './zoned-time.ts';
import classes from './schedule.module.css';

interface DayGridProps {
  readonly columns: readonly Column[];
  readonly today: string;
  readonly nowMinutes: number;
  readonly columnWidth: string;
  readonly marking: Marking;
  readonly density: Density;
  readonly mayBook: boolean;
  readonly onBook: (column: Column, start: number) => void;
  readonly onOpen: (appointment: AppointmentReply) => void;
  readonly onMove: (appointment: AppointmentReply, to: Dropped) => void;
}

const hourHeights: Readonly<Record<Density, number>> = { comfortable: 56, compact: 38 };

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

interface EntryProps extends Pick<DayGridProps, 'marking' | 'density' | 'mayBook' | 'onOpen' | 'onMove'> {
  readonly laid: Laned<Together>;
  readonly scale: GridScale;
  readonly carried: Carried | null;
}

function Entry({ laid, scale, carried, marking, density, mayBook, onOpen, onMove }: EntryProps) {
  const { item, lane, lanes } = laid;
  const { first: entry, seats, start, end } = item;
  const movable = mayBook && seats.length === 0 && isMovable(entry);
  const isCarried = entry.kind === 'appointment' && entry.id === carried?.appointment.id;
  return (
    <DragPlace
      start={start}
      end={end}
      lane={lane}
      lanes={lanes}
      scale={scale}
      movable={movable}
      isCarried={isCarried}
      onDrop={(dropped) => entry.kind === 'appointment' && onMove(entry, dropped)}
    >
      {seats.length > 0 ? (
        <GroupBlock seats={seats} start={start} end={end} marking={marking} onOpen={onOpen} />
      ) : (
        <EntryBlock
          entry={entry}
          start={start}
          end={end}
          marking={marking}
          compact={density === 'compact'}
          movable={movable}
          onOpen={() => entry.kind === 'appointment' && onOpen(entry)}
        />
      )}
    </DragPlace>
  );
}

/** Days side by side against the clock: a week of one clinician, or a day of a team. Click to book, drag to move, stretch to lengthen; M moves by the keys. */
export function DayGrid({ columns, today, nowMinutes, columnWidth, onBook, ...entries }: DayGridProps) {
  const { density, mayBook, onMove } = entries;
  const grid = useRef<HTMLElement>(null);
  const hours = hoursOf(columns);
  const hourHeight = hourHeights[density];
  const scale: GridScale = { hourHeight, fromHour: hours.from, toHour: hours.to };
  const { carried, said, on } = useCarrying({
    grid,
    columns,
    scale,
    mayMove: mayBook,
    onPutDown: (appointment, { column, start, end }) => onMove(appointment, { start, end, columnKey: columns[column]?.key }),
  });
  const style = { '--columns': columns.length, '--column-width': columnWidth, '--hour-height': `${hourHeight}px` } as CSSProperties;
  return (
    <>
      <section ref={grid} className={classes.scroll} tabIndex={0} aria-label="Schedule" {...on}>
        <div className={classes.grid} style={style}>
          <div className={`${classes.head} ${classes.corner}`} />
          {columns.map((column) => (
            <div key={column.key} className={classes.head} data-today={column.day === today}>
              {column.title}
            </div>
          ))}
          <Hours scale={scale} />
          {columns.map((column, index) => (
            <div
              key={column.key}
              className={classes.column}
              data-column={column.key}
              style={{ height: (hours.to - hours.from) * hourHeight, cursor: mayBook ? undefined : 'default' }}
              role="group"
              aria-label={`${column.title}: ${column.entries.length} entries`}
              onClick={(event) => mayBook && onBook(column, timeAt(event.clientY - event.currentTarget.getBoundingClientRect().top, scale))}
            >
              {lanesOf(together(column.entries)).map((laid) => (
                <Entry key={laid.item.key} laid={laid} scale={scale} carried={carried} {...entries} />
              ))}
              {carried?.at.column === index && <Ghost carried={carried} scale={scale} />}
              {column.day === today && nowMinutes >= hours.from * 60 && nowMinutes <= hours.to * 60 && (
                <div className={classes.now} style={{ top: topOf(nowMinutes, scale) }} aria-hidden />
              )}
            </div>
          ))}
        </div>
      </section>
      <CarryLine said={said} isCarrying={carried !== null} />
    </>
  );
}
