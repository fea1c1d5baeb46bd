import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { tellUndoable } from '../../../ui/form/undo.tsx';
import type { SeriesChange } from '../moving/series-move.ts';
import type { Fixes } from './repeat.ts';

interface AskedChange {
  readonly series: SeriesReply;
  readonly change: SeriesChange;
  /** The change that leads back; without one there is no undo. */
  readonly back: SeriesChange | undefined;
  readonly fixes: Fixes;
  /** What was done, in a word: "Moved". */
  readonly done: string;
  readonly onDone: () => void;
  readonly onRefused?: () => void;
}

/** What was given an hour of its own follows no rule, so the rule does not bring it back. */
async function putBackApart({ series, fixes, back }: AskedChange): Promise<void> {
  const clinician = back?.clinicianId ? { clinicianId: back.clinicianId } : {};
  for (const { occurrence } of fixes.elsewhere) {
    const before = series.occurrences.find((one) => one.occurrence === occurrence);
    if (!before) continue;
    const { version } = await api.get(`/appointments/${before.appointmentId}`, AppointmentReply);
    await api.patch(`/appointments/${before.appointmentId}`, AppointmentReply, { version, startsAt: before.startsAt, endsAt: before.endsAt, ...clinician });
  }
}

/** Changes the rest or the whole of a series; undone by the change that leads back, through the same checks. */
export function useSeriesChange(asked: AskedChange) {
  const { series, change, back, fixes, done, onDone, onRefused } = asked;
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['schedule'] });
  const undo = async ({ id, version }: SeriesReply) => {
    await api.post(`/appointment-series/${id}/changes`, SeriesReply, { version, ...back });
    await putBackApart(asked);
    tell('The series is back where it was.');
  };
  return useMutation({
    mutationFn: () => api.post(`/appointment-series/${series.id}/changes`, SeriesReply, { version: series.version, ...change, ...fixes }),
    onSuccess: async (after) => {
      const says = `${done}: ${after.says}.`;
      // Part of the way back may be gone when the rest is refused.
      if (back) tellUndoable(says, () => undo(after).finally(() => void refresh()));
      else tell(says);
      onDone();
      await refresh();
    },
    onError: onRefused,
  });
}
