import { action } from '#server/platform/index.ts';
import { remindersOf } from './reminders.store.ts';

/** What went out for an appointment and what came back. */
export const readReminders = action('reminder.read', async (tx, { appointmentId }: { appointmentId: string }) => {
  const found = await remindersOf(tx, appointmentId);
  for (const { patientId, programId } of found.slice(0, 1)) tx.touch({ kind: 'reminder', id: appointmentId, patientId, programId });
  return { items: found.map(({ id, channel, decidedAt, answer, answeredAt }) => ({ id, channel, decidedAt, answer, answeredAt })) };
});
