import { action } from '#server/platform/index.ts';
import { arriveForAppointment } from '../appointments/take-step.action.ts';
import { sessionsAfter } from './session-time.store.ts';

/** Somebody is here: their visit arrives, and so do the sessions of the same day program that follow it. What the desk has checked in already stays so. */
export const arriveForDay = action('appointment.arrive-for-day', async (tx, { appointmentId }: { appointmentId: string }) => {
  const arrived = await arriveForAppointment.within(tx, { appointmentId });
  for (const other of await sessionsAfter(tx, appointmentId)) await arriveForAppointment.within(tx, { appointmentId: other });
  return arrived;
});
