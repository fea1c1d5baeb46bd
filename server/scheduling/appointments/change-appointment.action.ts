import { action, id, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { appointmentTypeByCode } from '../appointment-types/appointment-types.store.ts';
import { appointmentMoved } from '../events.ts';
import { dayAndTime } from '../schedule/days.rules.ts';
import type { Appointment } from './appointment.ts';
import type { ChangeAppointment } from './appointments.contract.ts';
import { appointmentWithNames, lockAppointment, updateAppointment, type NamedAppointment } from './appointments.store.ts';
import { changedPlan, obstaclesToChange, takesOtherTime } from './change.rules.ts';
import { claimTime } from './claim-time.action.ts';
import { placesFor } from './places.store.ts';
import { obstaclesToPlan } from './plan.rules.ts';

/** Someone else was quicker: the answer carries what stands now, so that the screen can show it. */
async function refuseStale(tx: Tx, current: Appointment): Promise<never> {
  const [now, places] = [await appointmentWithNames(tx, current.id), await placesFor(tx, current)];
  const says = `Someone changed this appointment meanwhile. It is now ${now?.status ?? current.status}, ${dayAndTime(current.startsAt, places.timeZone ?? 'UTC')} with ${now?.clinicianName ?? 'its clinician'}.`;
  throw new Refused(
    'appointment.stale',
    [
      { code: 'appointment.stale', says, at: 'version' },
      { code: 'appointment.current-version', says: 'Look again, then make your change.', at: String(current.version) },
    ],
    409,
  );
}

async function claimNewTime(tx: Tx, before: Appointment, after: Appointment): Promise<void> {
  const [places, type] = [await placesFor(tx, after), await appointmentTypeByCode(tx, after.typeCode)];
  refuseIf(obstaclesToPlan({ ...places, wantsRoom: after.roomId !== null, typeExists: type !== undefined }, after));
  if (!takesOtherTime(before, after)) return;
  await claimTime.within(tx, { ...after, clinicianName: places.clinicianName ?? 'The clinician', timeZone: places.timeZone ?? 'UTC', except: before.id });
}

/** Moves, resizes or edits what is planned. Throws `Refused` on a stale version, on taken time, and once people have met. */
export const changeAppointment = action('appointment.change', async (tx, input: ChangeAppointment & { appointmentId: string }): Promise<NamedAppointment> => {
  const before = await lockAppointment(tx, id('Appointment', input.appointmentId));
  if (!before) throw new NotFound('Appointment');
  if (before.version !== input.version) await refuseStale(tx, before);
  const after = changedPlan(before, input);
  refuseIf(obstaclesToChange(before, after), 409);
  await claimNewTime(tx, before, after);
  await updateAppointment(tx, after);
  const changed = await appointmentWithNames(tx, before.id);
  if (!changed) throw new NotFound('Appointment');
  const { appointmentId: _id, version: _version, ...fields } = input;
  tx.touch({ kind: 'appointment', id: before.id, patientId: before.patientId, programId: before.programId, fields: Object.keys(fields) });
  if (takesOtherTime(before, after)) await tx.record(appointmentMoved(after, before));
  return changed;
});
