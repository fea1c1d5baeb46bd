import { action, newId, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import type { Appointment, TimeSpan } from '../appointments/appointment.ts';
import { appointmentBooked } from '../events.ts';
import { examine, obstaclesIn } from './examine.ts';
import { planSeries } from './plan-series.ts';
import type { PlannedStep } from './planned.ts';
import { showSeries } from './read-series.action.ts';
import type { PlanSeries, SeriesReply } from './series.contract.ts';
import { insertOccurrences, insertSeries, seriesById } from './series.store.ts';
import type { Series } from './series.ts';

const notBegun = { status: 'booked', cancelReason: null, arrivedAt: null, startedAt: null, endedAt: null, note: '', version: 1 } as const;

function newAppointment({ patientId, programId, siteId, clinicianId, roomId, typeCode, modality }: Series, { startsAt, endsAt }: TimeSpan): Appointment {
  const id = newId<'Appointment'>();
  return { ...notBegun, id, patientId, programId, siteId, clinicianId, roomId, sessionId: null, typeCode, modality, startsAt, endsAt };
}

/** A new appointment for each step that books one, counted in the series as it will be. */
export async function bookSteps(tx: Tx, series: Series, steps: readonly PlannedStep[], countedFrom: number): Promise<void> {
  const booked = steps.flatMap((step) => (step.does === 'book' ? [{ ...newAppointment(series, step.span), occurrence: step.occurrence - countedFrom }] : []));
  await insertOccurrences(tx, series.id, booked);
  for (const one of booked) await tx.record(appointmentBooked(one));
}

/** Books a whole series or nothing. Sent again under the same id it answers as the first time. Throws `Refused` naming each occurrence whose time is taken. */
export const bookSeries = action('series.book', async (tx, input: PlanSeries): Promise<SeriesReply> => {
  const planned = await planSeries(tx, input);
  const { series } = planned;
  const before = await seriesById(tx, series.id);
  if (before && before.patientId !== series.patientId)
    throw new Refused('series.id-used', { code: 'series.id-used', says: 'Another series has this id. Open the schedule again and book anew.', at: 'id' }, 409);
  if (!before) {
    refuseIf(obstaclesIn(await examine(tx, planned), series.timeZone), 409);
    await insertSeries(tx, series);
    await bookSteps(tx, series, planned.steps, 0);
  }
  return showSeries(tx, series.id);
});
