import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AppointmentReply, type AppointmentReply as Appointment } from '#server/scheduling/appointments/appointments.contract.ts';
import { AppointmentTypeList } from '#server/scheduling/appointment-types/appointment-types.contract.ts';
import { RoomList } from '#server/scheduling/rooms/rooms.contract.ts';
import { ScheduleReply } from '#server/scheduling/schedule/schedule.contract.ts';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { api } from '../../ui/api/api.ts';
import type { Booking } from './booking.ts';
import type { Step } from './status.ts';
import { spelledOut } from './schedule.ts';
import { daysOf, whoseQuery, type View } from './view.ts';
import { instantAt } from './zoned-time.ts';

export const scheduleQueries = {
  view: (view: View) =>
    queryOptions({
      queryKey: ['schedule', view],
      queryFn: async () => spelledOut(await api.get('/schedule', ScheduleReply, { ...daysOf(view), ...whoseQuery(view.whose) })),
      refetchInterval: 60_000,
    }),
  types: queryOptions({ queryKey: ['appointment-types'], queryFn: () => api.get('/appointment-types', AppointmentTypeList), staleTime: 3_600_000 }),
  rooms: queryOptions({ queryKey: ['rooms'], queryFn: () => api.get('/rooms', RoomList), staleTime: 600_000 }),
  directory: queryOptions({ queryKey: ['staff-directory'], queryFn: () => api.get('/staff/directory', StaffDirectory), staleTime: 600_000 }),
};

/** Colleagues who see patients, as choices. */
export function useClinicianChoices(): { value: string; label: string }[] {
  const directory = useQuery(scheduleQueries.directory);
  return (directory.data?.items ?? [])
    .filter(({ isClinical }) => isClinical)
    .map(({ id, displayName, credential }) => ({ value: id, label: credential ? `${displayName}, ${credential}` : displayName }));
}

/** Steps of one appointment, and booking one; the schedule is asked anew whether it went well or not, since others change it too. */
export function useAppointmentChanges(onDone: (appointment: Appointment) => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['schedule'] });
  const options = { onSuccess: onDone, onSettled: () => void refresh() };
  const step = useMutation({
    ...options,
    mutationFn: ({ appointment, to, details }: { appointment: Appointment; to: Step; details: object }) =>
      api.post(`/appointments/${appointment.id}/${to.path}`, AppointmentReply, details),
  });
  const book = useMutation({
    ...options,
    mutationFn: ({ booking, startMinutes, timeZone, id }: { booking: Booking; startMinutes: number; timeZone: string; id: string }) =>
      api.post('/appointments', AppointmentReply, {
        id,
        patientId: booking.patientId,
        programId: booking.programId,
        clinicianId: booking.clinicianId,
        typeCode: booking.typeCode,
        roomId: booking.roomId,
        startsAt: instantAt(booking.day, startMinutes, timeZone),
        ...(booking.minutes ? { minutes: booking.minutes } : {}),
        ...(booking.modality ? { modality: booking.modality } : {}),
      }),
  });
  return { step, book };
}
