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

/** Why an occurrence is called off; `isAsked` when a person gave the reason rather than a series that grew shorter. */
interface WhyOff {
  readonly reason: string;
  readonly text?: string | undefined;
  readonly isAsked: boolean;
}

/** Calls one occurrence off, with the reason in its history. */
export async function callOff(tx: Tx, { occurrence: _occurrence, ...before }: Occurrence, { reason, text, isAsked }: WhyOff): Promise<void> {
  const after = afterStep(before, 'cancel', { at: tx.now, reason });
  await updateAppointment(tx, after);
  await recordStatusChange(tx, after, before.status, tx.now, [reason, text].filter(Boolean).join(': '));
  await tx.record(appointmentStatusChanged(after, before, isAsked ? { at: tx.now, reason } : undefined));
}

/** Calls off what is still to come from one occurrence on. What was attended or missed stays. */
export const cancelSeries = action('series.cancel', async (tx, input: CancelSeries & { seriesId: string }): Promise<SeriesReply> => {
  const before = await lockedAt(tx, input.seriesId, input.version);
  const occurrences = await lockOccurrences(tx, before.id);
  const toCome = new Set(standingsOf(before, occurrences, tx.now).flatMap(({ appointmentId, state }) => (state === 'settled' ? [] : [appointmentId])));
  for (const one of occurrences)
    if (one.occurrence >= input.from && toCome.has(one.id)) await callOff(tx, one, { reason: input.reason, text: input.text, isAsked: true });
  await updateSeries(tx, { ...before, version: before.version + 1 });
  return showSeries(tx, before.id);
});
