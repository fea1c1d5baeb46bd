import { mail, type Tx } from '#server/platform/index.ts';
import { tasksAskedFor } from './task-rules.rules.ts';
import { taskRules } from './task.ts';
import { insertWished, kindAndDay, takeReminders } from './tasks.store.ts';

/** Makes the tasks that an event asks for, each once. */
export async function followRules(tx: Tx, event: string, of: { patientId: string; programId: string }): Promise<void> {
  const program = await kindAndDay(tx, of.programId);
  if (!program) return;
  for (const wished of tasksAskedFor(taskRules, event, program.kind, program.today)) await insertWished(tx, of, wished);
  tx.touch({ kind: 'task', ...of });
}

/** Mails each colleague with tasks due by today, once a day; the mail names neither patient nor task. */
export async function remind(tx: Tx): Promise<void> {
  for (const to of await takeReminders(tx))
    await mail.send(tx, { to, subject: 'Something is due today', text: `Something of yours is due. Please sign in: ${tx.config.publicUrl}/tasks` });
}
