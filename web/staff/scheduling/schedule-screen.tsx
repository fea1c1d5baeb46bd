import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { useOpenNote } from '../charting/open-note.ts';
import { usePatientSearch } from '../patients/patient-search.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { AppointmentPanel, type PanelFailure } from './appointment-panel.tsx';
import { useFindFor } from './finding/use-find-for.ts';
import { BookingPanel } from './booking-panel.tsx';
import { timeOf, type Booking } from './booking.ts';
import { scheduleQueries, useAppointmentChanges, useClinicianChoices } from './schedule-queries.ts';
import { ScheduleBody } from './schedule-body.tsx';
import { ScheduleToolbar, type Whose } from './schedule-toolbar.tsx';
import { stepped, viewOf, type View } from './view.ts';
import { instantAt, wallTime } from './zoned-time.ts';

const keys = ['input', 'textarea', 'select'].map((name) => name.toUpperCase());

function failureOf(error: unknown): PanelFailure | null {
  if (!error) return null;
  const { title, lines } = wordsOf(error);
  return { title, obstacles: lines };
}

function useWhoseChoices(): Whose[] {
  const programs = useMyPrograms();
  const clinicians = useClinicianChoices();
  const { sites } = useMe();
  return [
    { group: 'Me', items: [{ value: 'me', label: 'My schedule' }] },
    { group: 'Team of a program', items: programs.map(({ value, label }) => ({ value: `program:${value}`, label })) },
    { group: 'Team of a site', items: sites.map(({ id, name }) => ({ value: `site:${id}`, label: name })) },
    { group: 'One clinician', items: clinicians.map(({ value, label }) => ({ value: `clinician:${value}`, label })) },
  ].filter(({ items }) => items.length > 0);
}

function useView(today: string): [View, (view: View) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { roles } = useMe();
  const whose = roles.some(({ code }) => code === 'front-desk') ? { whose: '' } : {};
  const view = viewOf({ ...whose, ...(search as Record<string, unknown>) }, today);
  return [view, (next) => void navigate({ to: '/schedule', search: { ...next } as never })];
}

/** The schedule of a person or a team, by day or by week. Left, right, T, D, W, N and F work without the mouse. */
export function ScheduleScreen() {
  const me = useMe();
  const may = useMay();
  const zone = me.organisation.timeZone;
  const now = wallTime(useNow(), zone);
  const [asked, setView] = useView(now.day);
  const programs = useMyPrograms();
  const view = asked.whose === '' ? { ...asked, span: 'day' as const, whose: programs[0] ? `program:${programs[0].value}` : 'me' } : asked;
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const [open, setOpen] = useState<AppointmentReply | null>(null);
  const [booking, setBooking] = useState<{ initial: Booking; id: string; isFinding: boolean } | null>(null);
  const schedule = useQuery(scheduleQueries.view(view));
  const types = useQuery(scheduleQueries.types);
  const rooms = useQuery({ ...scheduleQueries.rooms, enabled: booking !== null });
  const clinicians = useClinicianChoices();
  const choices = useWhoseChoices();
  const openNote = useOpenNote();
  const timeZone = schedule.data?.timeZone ?? zone;
  const { step, move, book, cancelRest, isChanging, problem, forget } = useAppointmentChanges((appointment) => {
    setBooking(null);
    setOpen((shown) => (shown ? appointment : null));
  });
  const startBooking = (part: Partial<Booking> = {}, isFinding = false) => {
    book.reset();
    const self = clinicians.some(({ value }) => value === me.staff.id) ? me.staff.id : null;
    setBooking({
      id: crypto.randomUUID(),
      isFinding,
      initial: {
        patientId: null,
        programId: programs[0]?.value ?? null,
        clinicianId: self,
        typeCode: null,
        roomId: null,
        day: view.day,
        time: '09:00',
        minutes: null,
        modality: null,
        repeat: null,
        ...part,
      },
    });
  };
  const moveTo = (appointment: AppointmentReply, startsAt: string, endsAt: string, clinicianId?: string) =>
    move.mutate(
      { appointment, startsAt, endsAt, ...(clinicianId ? { clinicianId } : {}) },
      { onError: (error) => notifications.show({ color: 'orange', title: 'Not moved', message: [wordsOf(error).title, ...wordsOf(error).lines].join(' ') }) },
    );
  useFindFor((patientId) => startBooking({ patientId, day: now.day }, true));
  useHotkeys(
    [
      ['ArrowLeft', () => setView(stepped(view, -1))],
      ['ArrowRight', () => setView(stepped(view, 1))],
      ['t', () => setView({ ...view, day: now.day })],
      ['d', () => setView({ ...view, span: 'day' })],
      ['w', () => setView({ ...view, span: 'week' })],
      ['n', () => may('schedule.write') && startBooking()],
      ['f', () => may('schedule.write') && startBooking({}, true)],
    ],
    keys,
  );
  return (
    <Page title="Schedule">
      <div>
        <ScheduleToolbar
          view={view}
          today={now.day}
          choices={choices}
          mayBook={may('schedule.write')}
          onView={setView}
          onBook={() => startBooking()}
          onFind={() => startBooking({}, true)}
        />
        {schedule.isPending && <Waiting />}
        {schedule.isError && <Failed error={schedule.error} retry={() => void schedule.refetch()} />}
        {schedule.data && (
          <ScheduleBody
            schedule={schedule.data}
            view={view}
            now={now}
            isPhone={isPhone}
            mayBook={may('schedule.write')}
            onOpen={(appointment) => {
              forget();
              setOpen(appointment);
            }}
            onDay={(clinicianId, day) => setView({ span: 'day', day, whose: `clinician:${clinicianId}` })}
            onBook={(column, start) => startBooking({ day: column.day, time: timeOf(start), clinicianId: column.clinicianId })}
            onMove={(appointment, day, to, clinicianId) => moveTo(appointment, instantAt(day, to.start, timeZone), instantAt(day, to.end, timeZone), clinicianId)}
          />
        )}
      </div>
      <AppointmentPanel
        appointment={open}
        timeZone={timeZone}
        pending={isChanging}
        failure={failureOf(problem)}
        mayWrite={may('schedule.write')}
        mayChart={may('chart.write')}
        onClose={() => setOpen(null)}
        onStep={(appointment, to, details) => step.mutate({ appointment, to, details })}
        onCancelRest={(appointment, details) => cancelRest.mutate({ appointment, details })}
        onMove={moveTo}
        onNote={(appointment) => openNote.mutate(appointment.id)}
        onChanged={setOpen}
      />
      <BookingPanel
        initial={booking?.initial ?? null}
        isFinding={booking?.isFinding ?? false}
        clinicians={clinicians}
        programs={programs}
        types={(types.data?.items ?? []).map(({ code, name, minutes, modality }) => ({ value: code, label: name, minutes, modality }))}
        rooms={(rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        timeZone={timeZone}
        pending={book.isPending}
        failure={failureOf(book.error)}
        findPatients={usePatientChoices}
        onClose={() => setBooking(null)}
        onBook={(filled, startMinutes) => booking && book.mutate({ booking: filled, startMinutes, timeZone, id: booking.id })}
      />
    </Page>
  );
}

function usePatientChoices(text: string) {
  const found = usePatientSearch(text);
  return {
    isPending: found.isFetching,
    items: (found.data?.items ?? []).map((person) => ({ value: person.id, label: `${person.displayName}, ${person.birthDate}, ${person.mrn}` })),
  };
}
