import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { Schedule } from './schedule.ts';
import { Empty } from '../../ui/states/states.tsx';
import type { Density, Marking } from './appearance/appearance.ts';
import { Legend } from './appearance/legend.tsx';
import { Agenda } from './agenda.tsx';
import { DayGrid } from './day-grid.tsx';
import { dayColumns, weekColumns, type Column } from './day-plan.ts';
import type { Dropped } from './drag-place.tsx';
import { TeamStrips } from './team-strips.tsx';
import { TeamWeek } from './team-week.tsx';
import type { View } from './view.ts';
import { dayText, mondayOf } from './zoned-time.ts';

interface ScheduleBodyProps {
  readonly schedule: Schedule;
  readonly view: View;
  readonly now: { readonly day: string; readonly minutes: number };
  readonly isPhone: boolean;
  readonly marking: Marking;
  readonly density: Density;
  readonly mayBook: boolean;
  readonly onOpen: (appointment: AppointmentReply) => void;
  readonly onDay: (clinicianId: string, day: string) => void;
  readonly onBook: (column: Column, start: number) => void;
  readonly onMove: (appointment: AppointmentReply, day: string, to: Dropped, clinicianId?: string) => void;
}

/** The view that fits: a week of one, a day of a team, a week of a team as a table, or a list on a phone. */
export function ScheduleBody({ schedule, view, now, isPhone, marking, density, mayBook, onOpen, onDay, onBook, onMove }: ScheduleBodyProps) {
  const [only, ...others] = schedule.clinicians;
  if (!only) return <Empty>Nobody works here yet. An administrator adds people to programs under Administration.</Empty>;
  const isTeam = others.length > 0;
  const monday = mondayOf(view.day);
  if (view.span === 'week' && isTeam && !isPhone) {
    const Team = density === 'compact' ? TeamStrips : TeamWeek;
    return (
      <>
        <Legend marking={marking} entries={schedule.entries} />
        <Team schedule={schedule} monday={monday} today={now.day} marking={marking} onOpen={onOpen} onDay={onDay} />
      </>
    );
  }
  const columns = view.span === 'week' && !isTeam ? weekColumns(schedule, monday, only.id, (day) => dayText(day)) : dayColumns(schedule, view.day);
  if (isPhone) return <Agenda columns={columns} onOpen={onOpen} />;
  const moved = (appointment: AppointmentReply, to: Dropped) => {
    const own = columns.find(
      ({ key, entries }) =>
        key === to.columnKey || (to.columnKey === undefined && entries.some(({ entry }) => entry.kind === 'appointment' && entry.id === appointment.id)),
    );
    if (own) onMove(appointment, own.day, to, own.clinicianId === appointment.clinicianId ? undefined : own.clinicianId);
  };
  return (
    <>
      <Legend marking={marking} entries={schedule.entries} />
      <DayGrid
        columns={columns}
        today={now.day}
        nowMinutes={now.minutes}
        columnWidth={isTeam ? (density === 'compact' ? '6rem' : '9rem') : '8rem'}
        marking={marking}
        density={density}
        mayBook={mayBook}
        onBook={onBook}
        onOpen={onOpen}
        onMove={moved}
      />
    </>
  );
}
