import { newId, type Id, type Tx } from '#server/platform/index.ts';
import type { Carrier, Move } from '#server/programs/index.ts';
import type { Appointment } from '../appointments/appointment.ts';
import { insertAppointment, lockAppointment, recordStatusChange, updateAppointment } from '../appointments/appointments.store.ts';
import { claimTime } from '../appointments/claim-time.action.ts';
import { placesFor } from '../appointments/places.store.ts';
import { afterStep, isMovable } from '../appointments/status.rules.ts';
import { appointmentBooked, appointmentStatusChanged } from '../events.ts';
import { appointmentsToCome, copySeries, placeInSeries, type ToCome } from './carrying.store.ts';

const why = 'Moved to another program';

async function callOff(tx: Tx, appointment: Appointment, text: string): Promise<void> {
  const after = afterStep(appointment, 'cancel', { at: tx.now, reason: 'other' });
  await updateAppointment(tx, after);
  await recordStatusChange(tx, after, appointment.status, tx.now, `other: ${text}`);
  await tx.record(appointmentStatusChanged(after, appointment));
}

async function bookAnew(tx: Tx, move: Move, { worksThere: _there, seriesId, occurrence, ...appointment }: ToCome, series: Map<string, string>): Promise<string> {
  const copy: Appointment = {
    ...appointment,
    id: newId<'Appointment'>(),
    programId: move.to.id as Id<'Program'>,
    sessionId: null,
    status: 'booked',
    cancelReason: null,
    arrivedAt: null,
    startedAt: null,
    endedAt: null,
    version: 1,
  };
  await insertAppointment(tx, copy);
  if (seriesId !== null && occurrence !== null) {
    const known = series.get(seriesId) ?? (await copySeries(tx, seriesId, { id: newId<'Series'>(), programId: move.to.id, labels: move.labels }));
    series.set(seriesId, known);
    await placeInSeries(tx, copy.id, known, occurrence);
  }
  await tx.record(appointmentBooked(copy));
  return copy.id;
}

/** Puts one back as it was: booked or confirmed. Throws `Refused` when its time was given to somebody else. */
async function putBack(tx: Tx, appointmentId: string, isConfirmed: boolean): Promise<void> {
  const before = await lockAppointment(tx, appointmentId as Appointment['id']);
  if (before?.status !== 'cancelled') return;
  const booked = afterStep(before, 'reinstate', { at: tx.now });
  const after = isConfirmed ? { ...booked, status: 'confirmed' as const } : booked;
  const { clinicianName, timeZone } = await placesFor(tx, after);
  await claimTime.within(tx, { ...after, clinicianName: clinicianName ?? 'The clinician', timeZone: timeZone ?? 'UTC', except: after.id });
  await updateAppointment(tx, after);
  await recordStatusChange(tx, after, before.status, tx.now, 'The move was taken back');
  await tx.record(appointmentStatusChanged(after, before));
}

/** Appointments to come of the program that is left: with a clinician who works in the other program too they go along, series and all; groups and the rest are called off. */
export const carryAppointments: Carrier = {
  part: 'appointments',
  may: 'schedule.read',
  async preview(tx, { patientId, from, to, at, endsStay }) {
    if (!endsStay) return { effects: [] };
    const found = await appointmentsToCome(tx, patientId, from.id, to.id, at);
    const along = found.filter(({ worksThere }) => worksThere).length;
    const off = found.length - along;
    const words = (count: number) => `${count} ${count === 1 ? 'appointment' : 'appointments'} to come`;
    return {
      effects: [
        ...(along > 0 ? [{ part: 'appointments', does: 'carried' as const, says: `${words(along)} stay at their time, now in ${to.name}.` }] : []),
        ...(off > 0
          ? [{ part: 'appointments', does: 'closed' as const, says: `${words(off)} in groups, or with clinicians who do not work in ${to.name}, are called off.` }]
          : []),
      ],
    };
  },
  async carry(tx, move) {
    if (!move.endsStay) return {};
    const found = await appointmentsToCome(tx, move.patientId, move.from.id, move.to.id, move.at);
    const series = new Map<string, string>();
    const booked: string[] = [];
    for (const { worksThere, seriesId, occurrence, ...appointment } of found) {
      await callOff(tx, appointment, why);
      if (worksThere) booked.push(await bookAnew(tx, move, { ...appointment, worksThere, seriesId, occurrence }, series));
    }
    return { calledOff: found.map(({ id }) => id), confirmed: found.filter(({ status }) => status === 'confirmed').map(({ id }) => id), booked };
  },
  async takeBack(tx, _move, { calledOff = [], confirmed = [], booked = [] }) {
    for (const id of booked) {
      const appointment = await lockAppointment(tx, id as Appointment['id']);
      if (appointment && isMovable(appointment.status)) await callOff(tx, appointment, 'The move was taken back');
    }
    for (const id of calledOff) await putBack(tx, id, confirmed.includes(id));
  },
};
