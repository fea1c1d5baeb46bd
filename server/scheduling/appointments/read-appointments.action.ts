import { action, id, NotFound } from '#server/platform/index.ts';
import { appointmentsOfPatient, appointmentWithNames } from './appointments.store.ts';

/** One appointment. */
export const readAppointment = action('appointment.read', async (tx, { appointmentId }: { appointmentId: string }) => {
  const appointment = await appointmentWithNames(tx, id('Appointment', appointmentId));
  if (!appointment) throw new NotFound('Appointment');
  tx.touch({ kind: 'appointment', id: appointment.id, patientId: appointment.patientId, programId: appointment.programId });
  return appointment;
});

/** A person's appointments, a year back and a year ahead unless asked otherwise, the latest first. */
export const listPatientAppointments = action('appointment.list', async (tx, input: { patientId: string; from?: string | undefined; to?: string | undefined }) => {
  const from = input.from === undefined ? tx.now.subtract({ hours: 24 * 366 }) : Temporal.Instant.from(input.from);
  const to = input.to === undefined ? tx.now.add({ hours: 24 * 366 }) : Temporal.Instant.from(input.to);
  tx.touch({ kind: 'appointment', patientId: input.patientId });
  return { items: await appointmentsOfPatient(tx, input.patientId, from, to) };
});
