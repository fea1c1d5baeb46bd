import { action, id, newId, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { appointmentTypeByCode } from '../appointment-types/appointment-types.store.ts';
import { appointmentBooked } from '../events.ts';
import type { Appointment } from './appointment.ts';
import type { BookAppointment } from './appointments.contract.ts';
import { appointmentWithNames, insertAppointment, type NamedAppointment } from './appointments.store.ts';
import { claimTime } from './claim-time.action.ts';
import { placesFor } from './places.store.ts';
import { obstaclesToPlan } from './plan.rules.ts';

/** The appointment that an earlier sending of the same booking made. A different booking under its id is refused. */
async function bookedBefore(tx: Tx, input: BookAppointment): Promise<NamedAppointment | undefined> {
  if (input.id === undefined) return undefined;
  const before = await appointmentWithNames(tx, id('Appointment', input.id));
  if (before && (before.patientId !== input.patientId || before.programId !== input.programId)) {
    throw new Refused(
      'appointment.id-used',
      { code: 'appointment.id-used', says: 'Another appointment has this id. Open the schedule again and book anew.', at: 'id' },
      409,
    );
  }
  return before;
}

async function planOf(tx: Tx, input: BookAppointment): Promise<{ appointment: Appointment; clinicianName: string; timeZone: string }> {
  const [places, type] = [await placesFor(tx, input), await appointmentTypeByCode(tx, input.typeCode)];
  const startsAt = Temporal.Instant.from(input.startsAt);
  const endsAt = startsAt.add({ minutes: input.minutes ?? type?.minutes ?? 50 });
  refuseIf(obstaclesToPlan({ ...places, wantsRoom: Boolean(input.roomId), typeExists: type !== undefined }, { startsAt, endsAt }));
  if (!places.siteId || !places.timeZone || !places.clinicianName || !type) throw new NotFound('Appointment');
  const appointment: Appointment = {
    id: input.id === undefined ? newId<'Appointment'>() : id('Appointment', input.id),
    patientId: id('Patient', input.patientId),
    programId: id('Program', input.programId),
    siteId: places.siteId,
    clinicianId: id('Staff', input.clinicianId),
    roomId: input.roomId ? id('Room', input.roomId) : null,
    sessionId: null,
    typeCode: type.code,
    startsAt,
    endsAt,
    modality: input.modality ?? type.modality,
    status: 'booked',
    cancelReason: null,
    arrivedAt: null,
    startedAt: null,
    endedAt: null,
    note: input.note ?? '',
    version: 1,
  };
  return { appointment, clinicianName: places.clinicianName, timeZone: places.timeZone };
}

/** Books. The same booking sent again answers as the first time. Throws `Refused` when the time is taken, with the next free times. */
export const bookAppointment = action('appointment.book', async (tx, input: BookAppointment): Promise<NamedAppointment> => {
  const before = await bookedBefore(tx, input);
  if (before) {
    tx.touch({ kind: 'appointment', id: before.id, patientId: before.patientId, programId: before.programId });
    return before;
  }
  const { appointment, clinicianName, timeZone } = await planOf(tx, input);
  await claimTime.within(tx, { ...appointment, clinicianName, timeZone, except: null });
  const isNew = await insertAppointment(tx, appointment);
  const booked = await appointmentWithNames(tx, appointment.id);
  // Its id stands on an appointment that this actor may not see: as good as none.
  if (!booked) throw new NotFound('Appointment');
  tx.touch({ kind: 'appointment', id: booked.id, patientId: booked.patientId, programId: booked.programId });
  if (isNew) await tx.record(appointmentBooked(booked));
  return booked;
});
