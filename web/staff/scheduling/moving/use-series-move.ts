import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { tellUndoable } from '../../../ui/form/undo.tsx';
import type { Fixes } from '../series/repeat.ts';
import type { Move } from './move.ts';
import { changeBack, type SeriesChange } from './series-move.ts';

interface SeriesMove {
  readonly series: SeriesReply;
  readonly move: Move;
  readonly change: SeriesChange;
  readonly fixes: Fixes;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** What was given an hour of its own follows no rule, so the rule does not bring it back. */
async function putBackApart({ series, fixes, move }: SeriesMove): Promise<void> {
  const clinician = move.clinicianId ? { clinicianId: move.appointment.clinicianId } : {};
  for (const { occurrence } of fixes.elsewhere) {
    const before = series.occurrences.find((one) => one.occurrence === occurrence);
    if (!before) continue;
    const { version } = await api.get(`/appointments/${before.appointmentId}`, AppointmentReply);
    await api.patch(`/appointments/${before.appointmentId}`, AppointmentReply, { version, startsAt: before.startsAt, endsAt: before.endsAt, ...clinician });
  }
}

/** Moves the rest or the whole of a series; undone by the change that leads back, through the same checks. */
export function useSeriesMove(asked: SeriesMove) {
  const { series, move, change, fixes, timeZone, onDone } = asked;
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['schedule'] });
  const undo = async ({ id, version }: SeriesReply) => {
    const back = changeBack(series, move, change, timeZone);
    if (!back) return;
    await api.post(`/appointment-series/${id}/changes`, SeriesReply, { version, ...back });
    await putBackApart(asked);
    tell('The series is back where it was.');
  };
  return useMutation({
    mutationFn: () => api.post(`/appointment-series/${series.id}/changes`, SeriesReply, { version: series.version, ...change, ...fixes }),
    onSuccess: async (after) => {
      // Part of the way back may be gone when the rest is refused.
      tellUndoable(`Moved: ${after.says}.`, () => undo(after).finally(() => void refresh()));
      onDone();
      await refresh();
    },
  });
}
