import { action, id, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { appointmentStatusChanged } from '../events.ts';
import { recordStatusChange, updateAppointment } from '../appointments/appointments.store.ts';
import { afterStep } from '../appointments/status.rules.ts';
import { standingsOf } from './plan-series.ts';
import { showSeries } from './read-series.action.ts';
import type { CancelSeries, SeriesReply } from './series.contract.ts';
import { lockOccurrences, lockSeries, updateSeries, type Occurrence } from './series.store.ts';
import type { Series } from './series.ts';

/** The series, locked. Throws `Refused` when somebody changed it since it was on the screen. */
export async function lockedAt(tx: Tx, seriesId: string, version: number): Promise<Series> {
  const series = await lockSeries(tx, id('Series', seriesId));
  if (!series) throw new NotFound('Series');
  if (series.version !== version)
    throw new Refused('series.stale', { code: 'series.stale', says: 'Someone changed this series meanwhile. Look again, then make your change.', at: 'version' }, 409);
  return series;
}

/** Calls one occurrence off, with the reason in its history. */
export async function callOff(tx: Tx, { occurrence: _occurrence, ...before }: Occurrence, reason: string, text: string | undefined): Promise<void> {
  const after = afterStep(before, 'cancel', { at: tx.now, reason });
  await updateAppointment(tx, after);
  await recordStatusChange(tx, after, before.status, tx.now, [reason, text].filter(Boolean).join(': '));
  await tx.record(appointmentStatusChanged(after, before));
}

/** Calls off what is still to come from one occurrence on. What was attended or missed stays. */
export const cancelSeries = action('series.cancel', async (tx, input: CancelSeries & { seriesId: string }): Promise<SeriesReply> => {
  const before = await lockedAt(tx, input.seriesId, input.version);
  const occurrences = await lockOccurrences(tx, before.id);
  const toCome = new Set(standingsOf(before, occurrences, tx.now).flatMap(({ appointmentId, state }) => (state === 'settled' ? [] : [appointmentId])));
  for (const one of occurrences) if (one.occurrence >= input.from && toCome.has(one.id)) await callOff(tx, one, input.reason, input.text);
  await updateSeries(tx, { ...before, version: before.version + 1 });
  return showSeries(tx, before.id);
});
