import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell, tellNotDone } from '../../../ui/form/tell.ts';
import { tellUndoable } from '../../../ui/form/undo.tsx';
import type { Schedule } from '../schedule.ts';
import { momentWords, moveBack, withAnswer, withMoved, type Move } from './move.ts';

interface Asked extends Move {
  /** It leads back from a move that was just made. */
  readonly isBack?: boolean;
}

// Days are kept under the view that asked for them; what else begins with the same word is no schedule.
const views = { queryKey: ['schedule'], predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => typeof queryKey[1] === 'object' };

/** Moves and resizes: shown at once, taken back with the reason when the server refuses, undone within a while by whoever did it. */
export function useMoves(timeZone: string, onMoved: (appointment: AppointmentReply) => void) {
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: ({ appointment, startsAt, endsAt, clinicianId }: Asked) =>
      api.patch(`/appointments/${appointment.id}`, AppointmentReply, { version: appointment.version, startsAt, endsAt, ...(clinicianId ? { clinicianId } : {}) }),
    onMutate: async (asked) => {
      await queries.cancelQueries(views);
      const before = queries.getQueriesData<Schedule>(views);
      queries.setQueriesData<Schedule>(views, (schedule) => schedule && withMoved(schedule, asked));
      return before;
    },
    onError: (error, { isBack }, before) => {
      for (const [queryKey, schedule] of before ?? []) queries.setQueryData(queryKey, schedule);
      tellNotDone(isBack ? 'Not put back' : 'Not moved', error);
    },
    onSuccess: (now, asked) => {
      queries.setQueriesData<Schedule>(views, (schedule) => schedule && withAnswer(schedule, now));
      onMoved(now);
      const whom = asked.appointment.clinicianId === now.clinicianId ? '' : `, with ${now.clinicianName}`;
      const says = `${now.patientName}: ${momentWords(now, timeZone)}${whom}.`;
      if (asked.isBack) tell(`Put back. ${says}`);
      else tellUndoable(says, async () => mutate({ ...moveBack(asked, now), isBack: true }));
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['schedule'] }),
  });
  const { mutate } = move;
  return move;
}
