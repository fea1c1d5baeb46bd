import { recordsOf, releaseAlert } from '#server/patients/index.ts';
import { action, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { obstaclesToChanging, obstaclesToFinishing } from './finishing.rules.ts';
import type { Task } from './task.ts';
import type { ChangeTask, NewTask } from './tasks.contract.ts';
import { canDo, insertTask, lockTask, markDone, roleNames, tasksCalling, tasksFor, tasksOf, updateTask } from './tasks.store.ts';

type For = Pick<NewTask, 'forStaffId' | 'forRole'>;

/** The task, locked and touched, as it stands on the screen of who changes it. */
async function lockedTask(tx: Tx, taskId: string, version: number): Promise<Task> {
  const found = await lockTask(tx, taskId);
  if (!found) throw new NotFound('Task');
  tx.touch({ kind: 'task', id: taskId, patientId: found.patientId ?? undefined, programId: found.programId });
  if (found.version === version) return found;
  throw new Refused('task.stale', { code: 'task.stale', says: 'Someone changed this task meanwhile. Look again, then make your change.', at: 'version' }, 409);
}

async function refuseNobody(tx: Tx, programId: string, to: For): Promise<void> {
  if (await canDo(tx, programId, to)) return;
  const at = to.forRole ? 'forRole' : 'forStaffId';
  const says = to.forRole ? 'There is no such role.' : 'This colleague does not work in the program and would not see the task. Choose somebody who does, or a role.';
  refuseIf([{ code: 'task.nobody-sees-it', says, at }]);
}

/** What is to be done: mine and that of my roles, or what I gave to others. */
export const listTasks = action('task.list', async (tx, query: { whose: 'mine' | 'given'; state: 'open' | 'done' }) => {
  const items = await tasksFor(tx, query);
  const cannotWait = query.whose === 'mine' && query.state === 'open' ? await tasksCalling(tx) : [];
  tx.touch({ kind: 'task', patientId: [...new Set([...items, ...cannotWait].flatMap(({ patientId }) => patientId ?? []))] });
  return { items, cannotWait };
});

/** What is to be done about a person, and what was done. */
export const listPatientTasks = action('task.list-of-patient', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'task', patientId: personId });
  return { items: await tasksOf(tx, recordIds) };
});

/** Gives a task to a colleague or to a role; sent twice it is one. */
export const giveTask = action('task.give', async (tx, { patientId, ...to }: NewTask): Promise<void> => {
  const personId = patientId ? (await recordsOf(tx, patientId)).personId : null;
  await refuseNobody(tx, to.programId, to);
  await insertTask(tx, { ...to, patientId: personId });
  tx.touch({ kind: 'task', id: to.id, patientId: personId ?? undefined, programId: to.programId });
});

/** Changes what is to be done, by when or by whom. */
export const changeTask = action('task.change', async (tx, { taskId, ...to }: ChangeTask & { taskId: string }): Promise<void> => {
  const before = await lockedTask(tx, taskId, to.version);
  if (before.doneAt) throw new Refused('task.done', { code: 'task.done', says: 'This task is done. Open it again first.' }, 409);
  refuseIf(obstaclesToChanging(before), 409);
  await refuseNobody(tx, before.programId, to);
  await updateTask(tx, taskId, to);
});

/** Marks a task as done, with a note; done once it stays so. What stood on the chart because of it is taken down. */
export const finishTask = action('task.finish', async (tx, { taskId, note, version }: { taskId: string; note: string; version: number }): Promise<void> => {
  const before = await lockedTask(tx, taskId, version);
  if (before.doneAt) return;
  refuseIf(obstaclesToFinishing(before, note));
  await markDone(tx, taskId, note);
  if (before.alertId !== null) await releaseAlert(tx, before.alertId, note);
});

/** Opens a task again that was marked as done. */
export const reopenTask = action('task.reopen', async (tx, { taskId, version }: { taskId: string; version: number }): Promise<void> => {
  refuseIf(obstaclesToChanging(await lockedTask(tx, taskId, version)), 409);
  await markDone(tx, taskId, null);
});

/** Roles that can be given tasks. */
export const listTaskRoles = action('task.list-roles', async (tx, _nothing: object) => ({ items: await roleNames(tx) }), { audit: 'touched' });
