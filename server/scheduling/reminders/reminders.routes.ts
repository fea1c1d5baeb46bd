import { get, post, type Route } from '#server/platform/index.ts';
import { AppointmentPath } from '../appointments/appointments.contract.ts';
import { answerReminder, openReminder } from './answer-reminder.action.ts';
import { readReminders } from './read-reminders.action.ts';
import { HeldReminder, HeldSecret, ReminderList } from './reminders.contract.ts';

export const routes: readonly Route[] = [
  get(
    '/appointments/:appointmentId/reminders',
    { may: 'schedule.read', params: AppointmentPath, reply: ReminderList, summary: 'What went out for an appointment, and what came back' },
    readReminders,
  ),
  post('/reminders/opening', { may: 'public', body: HeldSecret, reply: HeldReminder, rateLimit: 30, summary: 'What the link of a reminder would do' }, openReminder),
  post('/reminders/answers', { may: 'public', body: HeldSecret, reply: HeldReminder, rateLimit: 30, summary: 'Do it' }, answerReminder),
];
