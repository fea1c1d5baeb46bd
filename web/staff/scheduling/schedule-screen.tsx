import { useMediaQuery } from '@mantine/hooks';
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
import { useAppearance, useMarking } from './appearance/use-appearance.ts';
import { useFindFor } from './finding/use-find-for.ts';
import { BookingPanel } from './booking-panel.tsx';
import { timeOf, type Booking } from './booking.ts';
import type { Move } from './moving/move.ts';
import { SeriesQuestion } from './moving/series-question.tsx';
import { useMoves } from './moving/use-moves.ts';
import { useStepBack } from './moving/use-step-back.ts';
import { scheduleQueries, useAppointmentChanges, useClinicianChoices } from './schedule-queries.ts';
import { ScheduleBody } from './schedule-body.tsx';
import { ScheduleToolbar, type Whose } from './schedule-toolbar.tsx';
import { useCancelRest } from './series/use-cancel-rest.ts';
import { useScheduleKeys } from './use-schedule-keys.ts';
import { viewOf, type View } from './view.ts';
import { instantAt, wallTime } from './zoned-time.ts';

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

/** The desk, which has no days of its own, begins with today in its first program. */
function atTheDesk(asked: View, programId: string | undefined): View {
  return asked.whose === '' ? { ...asked, span: 'day', whose: programId ? `program:${programId}` : 'me' } : asked;
}

/** The schedule of a person or a team, by day or by week. What the mouse does, the keys do; `?` tells which. */
export function ScheduleScreen() {
  const me = useMe();
  const may = useMay();
  const zone = me.organisation.timeZone;
  const now = wallTime(useNow(), zone);
  const [asked, setView] = useView(now.day);
  const programs = useMyPrograms();
  const view = atTheDesk(asked, programs[0]?.value);
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
  const [appearance, setAppearance] = useAppearance();
  const marking = useMarking(appearance);
  const [asking, setAsking] = useState<Move | null>(null);
  const stands = (now: AppointmentReply) => setOpen((shown) => (shown?.id === now.id ? now : shown));
  const { step, book } = useAppointmentChanges((now) => {
    setBooking(null);
    stands(now);
  });
  const move = useMoves(timeZone, stands);
  const cancelRest = useCancelRest(stands);
  const tellStep = useStepBack(stands);
  const changes = [step, move, cancelRest];
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
  const ask = (wanted: Move) => (wanted.appointment.seriesId === null ? move.mutate(wanted) : setAsking(wanted));
  useFindFor((patientId) => startBooking({ patientId, day: now.day }, true));
  useScheduleKeys({ view, today: now.day, mayBook: may('schedule.write'), onView: setView, onBook: startBooking });
  return (
    <Page title="Schedule">
      <div>
        <ScheduleToolbar
          view={view}
          today={now.day}
          choices={choices}
          mayBook={may('schedule.write')}
          appearance={appearance}
          onAppearance={setAppearance}
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
            marking={marking}
            density={appearance.density}
            mayBook={may('schedule.write')}
            onOpen={(appointment) => {
              changes.forEach(({ reset }) => reset());
              setOpen(appointment);
            }}
            onDay={(clinicianId, day) => setView({ span: 'day', day, whose: `clinician:${clinicianId}` })}
            onBook={(column, start) => startBooking({ day: column.day, time: timeOf(start), clinicianId: column.clinicianId })}
            onMove={(appointment, day, to, clinicianId) =>
              ask({ appointment, startsAt: instantAt(day, to.start, timeZone), endsAt: instantAt(day, to.end, timeZone), ...(clinicianId ? { clinicianId } : {}) })
            }
          />
        )}
      </div>
      <AppointmentPanel
        appointment={open}
        timeZone={timeZone}
        pending={changes.some(({ isPending }) => isPending)}
        failure={failureOf(changes.find(({ error }) => error !== null)?.error)}
        mayWrite={may('schedule.write')}
        mayChart={may('chart.write')}
        onClose={() => setOpen(null)}
        onStep={(appointment, to, details) => step.mutate({ appointment, to, details })}
        onCancelRest={(appointment, details) => cancelRest.mutate({ appointment, details })}
        onMove={(appointment, startsAt, endsAt) => move.mutate({ appointment, startsAt, endsAt })}
        onNote={(appointment) => openNote.mutate(appointment.id)}
        onChanged={(appointment, says) => {
          if (open) tellStep(says, open);
          setOpen(appointment);
        }}
      />
      <SeriesQuestion
        move={asking}
        timeZone={timeZone}
        onOne={() => {
          setAsking(null);
          if (asking) move.mutate(asking);
        }}
        onDone={() => setAsking(null)}
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
