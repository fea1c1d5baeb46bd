import { raiseAlert, releaseAlert } from '#server/patients/index.ts';
import { mail, newId, type Tx } from '#server/platform/index.ts';
import { markDone } from '../tasks/tasks.store.ts';
import type { KeptTask, Matter } from './kept-task.ts';
import { directorsMail, insertKept, lockOpenTask, rewriteKept, takeLate } from './kept-tasks.store.ts';

/** Opens the task of a matter, or says anew what an open one is about; true when it was not there before. Its alert stands on the chart until it is done. */
export async function openKeptTask(tx: Tx, task: KeptTask): Promise<boolean> {
  const open = await lockOpenTask(tx, task);
  if (open) {
    await rewriteKept(tx, open.id, task);
    return false;
  }
  const { patientId, programId, warns } = task;
  const alertId = warns === null ? null : await raiseAlert(tx, { patientId, programId, says: warns, keptBy: task.keptBy });
  const taskId = newId<'Task'>();
  await insertKept(tx, taskId, task, alertId);
  tx.touch({ kind: 'task', id: taskId, patientId, programId });
  return true;
}

/** Closes the open task of a matter with what was done about it; nothing when there is none. */
export async function closeKeptTask(tx: Tx, matter: Matter, note: string): Promise<void> {
  const open = await lockOpenTask(tx, matter);
  if (!open) return;
  await markDone(tx, open.id, note);
  if (open.alertId !== null) await releaseAlert(tx, open.alertId, note);
}

/** Tells the clinical directors of each task whose clock ran out, once; the mail names neither patient nor task. */
export async function escalateTasks(tx: Tx): Promise<void> {
  for (const { id, patientId, programId } of await takeLate(tx)) {
    for (const to of await directorsMail(tx, programId))
      await mail.send(tx, {
        to,
        subject: 'Something waits past its time: please look now',
        text: `Nobody took something up in time. Please sign in: ${tx.config.publicUrl}/tasks`,
      });
    tx.touch({ kind: 'task', id, patientId, programId, fields: ['escalatedAt'] });
  }
}
