import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { person } from '#server/patients/index.ts';
import { appointmentWithNames } from '../appointments/appointments.store.ts';
import { cancelAppointment, confirmAppointment } from '../appointments/take-step.action.ts';
import { arriveForDay } from '../sessions/arrive-for-day.action.ts';
import { siteTimeZone } from '../schedule/schedule.store.ts';
import { isEarlyFor, whenWords } from './reminder.rules.ts';
import { actAsHolder, keepAnswer } from './reminders.store.ts';

const doneBy: Readonly<Record<'confirm' | 'cancel' | 'arrive', readonly string[]>> = {
  confirm: ['confirmed'],
  cancel: ['cancelled'],
  arrive: ['arrived', 'in-session', 'completed'],
};

/** What the link is for; an appointment that was moved or called off since answers as if the link had never been. */
async function held(tx: Tx, secret: string) {
  const reminder = await actAsHolder(tx, secret);
  const appointment = await appointmentWithNames(tx, reminder.appointmentId);
  if (!appointment?.startsAt.equals(reminder.startsAt)) throw new NotFound('Page');
  const isDone = doneBy[reminder.purpose].includes(appointment.status);
  if (!isDone && appointment.status !== 'booked' && appointment.status !== 'confirmed') throw new NotFound('Page');
  tx.touch({ kind: 'appointment', id: appointment.id, patientId: appointment.patientId, programId: appointment.programId, details: { by: 'reminder' } });
  const { language } = await person(tx, appointment.patientId);
  const timeZone = await siteTimeZone(tx, appointment.siteId);
  return {
    reminder,
    shown: {
      purpose: reminder.purpose,
      when: whenWords(appointment.startsAt, timeZone, language),
      language: language === 'es' ? ('es' as const) : ('en' as const),
      isDone,
      isEarly: reminder.purpose === 'arrive' && isEarlyFor(appointment.startsAt, tx.now),
    },
  };
}

/** Shows day and time, which the message told already, and what the link would do. Looking does nothing: mail programs look at links too. */
export const openReminder = action('reminder.open', async (tx, { secret }: { secret: string }) => (await held(tx, secret)).shown, { audit: 'touched' });

/** Does the one thing that the link is for. Done twice is done once. */
export const answerReminder = action(
  'reminder.answer',
  async (tx, { secret }: { secret: string }) => {
    const { reminder, shown } = await held(tx, secret);
    const { appointmentId, purpose } = reminder;
    if (shown.isEarly) throw new Refused('reminder.early', { code: 'reminder.early', says: 'It is too early. Press this when you are here, from an hour before.' }, 409);
    if (!shown.isDone) {
      if (purpose === 'arrive') await arriveForDay.within(tx, { appointmentId });
      else if (purpose === 'confirm') await confirmAppointment.within(tx, { appointmentId });
      else await cancelAppointment.within(tx, { appointmentId, reason: 'patient-asked', text: 'by the link of a reminder' });
      if (purpose !== 'arrive') await keepAnswer(tx, reminder.id, purpose);
    }
    return { ...shown, isDone: true };
  },
  { audit: 'touched' },
);
