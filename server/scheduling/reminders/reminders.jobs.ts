import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { farthestHours, leadDue } from './reminder.rules.ts';
import { appointmentsAhead } from './reminders.store.ts';
import { sendReminder } from './send-reminder.action.ts';

/** Every five minutes: looks which reminders are due, and has each sent by itself, so that one that fails keeps none back. */
export const findDueReminders = job('scheduling.remind', { every: '*/5 * * * *', payload: z.unknown(), queue: 'scheduling.remind' }, async (tx) => {
  for (const one of await appointmentsAhead(tx, farthestHours)) if (leadDue(one, tx.now)) await tx.enqueue('scheduling.remind-one', { appointmentId: one.appointmentId });
});

/** Sends one reminder if it is still due and was not sent meanwhile. */
export const remindOfOne = job('scheduling.remind-one', { payload: z.object({ appointmentId: z.uuid() }) }, (tx, input) => sendReminder.within(tx, input));
