import type { Obstacle } from '#server/platform/index.ts';
import type { Task } from './task.ts';

type Kept = Pick<Task, 'isKept' | 'finishesHere' | 'dueAt'>;

/** What stands against calling a task done here: one that is kept elsewhere is done there, and one that could not wait is done in words. */
export function obstaclesToFinishing({ finishesHere, dueAt }: Kept, note: string): Obstacle[] {
  if (!finishesHere) return [{ code: 'task.done-elsewhere', says: 'This task is done where it comes from. Open it and say there what you did.' }];
  return dueAt !== null && note.length < 3 ? [{ code: 'task.says-nothing', says: 'This could not wait. Write what was done about it.', at: 'note' }] : [];
}

/** What stands against changing a task or opening it again: whoever keeps it does both. */
export function obstaclesToChanging({ isKept }: Kept): Obstacle[] {
  return isKept ? [{ code: 'task.kept', says: 'This task changes with what it is about. Change it there.' }] : [];
}
