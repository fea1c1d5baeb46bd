import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { tellUndoable } from '../../../ui/form/undo.tsx';

const isOff = ({ occurrences }: SeriesReply) => new Set(occurrences.flatMap(({ occurrence, status }) => (status === 'cancelled' ? [occurrence] : [])));

/** Calls off one of a series and all that follow; undone, all of them take their time again, or none. */
export function useCancelRest(onDone: (appointment: AppointmentReply) => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['schedule'] });
  const putBack = async (path: string, { version }: SeriesReply, occurrences: readonly number[]) => {
    await api.post(`${path}/reinstatement`, SeriesReply, { version, occurrences, reason: 'Undone at once' });
    tell('The appointments are back.');
    await refresh();
  };
  return useMutation({
    mutationFn: async ({ appointment, details }: { readonly appointment: AppointmentReply; readonly details: object }) => {
      const path = `/appointment-series/${appointment.seriesId ?? ''}`;
      const before = await api.get(path, SeriesReply);
      const after = await api.post(`${path}/cancellation`, SeriesReply, { version: before.version, from: appointment.occurrence, ...details });
      const off = [...isOff(after).difference(isOff(before))];
      return { path, after, off, now: await api.get(`/appointments/${appointment.id}`, AppointmentReply) };
    },
    onSuccess: ({ path, after, off, now }) => {
      onDone(now);
      const says = `${off.length} ${off.length === 1 ? 'appointment is' : 'appointments are'} called off.`;
      tellUndoable(says, () => putBack(path, after, off));
    },
    onSettled: refresh,
  });
}
