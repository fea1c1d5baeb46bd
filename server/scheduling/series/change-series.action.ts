import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { appointmentMoved } from '../events.ts';
import { updateAppointment } from '../appointments/appointments.store.ts';
import { bookSteps } from './book-series.action.ts';
import { callOff, lockedAt } from './cancel-series.action.ts';
import { examine, obstaclesIn } from './examine.ts';
import { planChange } from './plan-series.ts';
import type { PlannedStep } from './planned.ts';
import { showSeries } from './read-series.action.ts';
import type { ChangeSeries, SeriesReply } from './series.contract.ts';
import { deferOverlap, handOver, insertSeries, letGo, lockOccurrences, updateSeries, type Occurrence } from './series.store.ts';
import type { Series } from './series.ts';

async function move(tx: Tx, { occurrence: _occurrence, ...before }: Occurrence, series: Series, step: Extract<PlannedStep, { does: 'move' }>): Promise<void> {
  const { clinicianId, roomId, typeCode, modality } = series;
  const after = { ...before, ...step.span, clinicianId, roomId, typeCode, modality, version: before.version + 1 };
  await updateAppointment(tx, after);
  await tx.record(appointmentMoved(after, before));
}

async function carryOut(tx: Tx, series: Series, occurrences: readonly Occurrence[], steps: readonly PlannedStep[]): Promise<void> {
  const byId = new Map(occurrences.map((one) => [String(one.id), one]));
  // One occurrence may move to where the next one still stands: overlap is judged when all have moved.
  await deferOverlap(tx, true);
  for (const step of steps) {
    const one = 'appointmentId' in step ? byId.get(step.appointmentId) : undefined;
    if (one && step.does === 'move') await move(tx, one, series, step);
    if (one && step.does === 'cancel') await callOff(tx, one, { reason: 'other', text: 'The series ends earlier', isAsked: false });
  }
  await deferOverlap(tx, false);
}

/** Changes the occurrence `from` and all that follow, or nothing. Throws `Refused` on a stale version and naming each occurrence whose time is taken. */
export const changeSeries = action('series.change', async (tx, input: ChangeSeries & { seriesId: string }): Promise<SeriesReply> => {
  const before = await lockedAt(tx, input.seriesId, input.version);
  const occurrences = await lockOccurrences(tx, before.id);
  const planned = await planChange(tx, before, occurrences, input);
  const { series, steps } = planned;
  refuseIf(obstaclesIn(await examine(tx, planned), series.timeZone), 409);
  const { seriesId: _id, version: _version, from, ...fields } = input;
  tx.touch({ kind: 'series', id: before.id, patientId: before.patientId, programId: before.programId, fields: Object.keys(fields) });
  await carryOut(tx, series, occurrences, steps);
  await letGo(
    tx,
    steps.flatMap((step) => (step.does === 'cancel' ? [step.appointmentId] : [])),
  );
  if (from === 0) await updateSeries(tx, series);
  else {
    await insertSeries(tx, series);
    await handOver(tx, { seriesId: before.id, occurrence: from }, series.id);
    await updateSeries(tx, { ...before, times: from, version: before.version + 1 });
  }
  await bookSteps(tx, series, steps, from);
  return showSeries(tx, series.id);
});
