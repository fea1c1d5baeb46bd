import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { escalateTasks } from './keep-task.action.ts';

/** Each minute: tasks whose clock ran out are told to the clinical directors, once. */
export const escalateLateTasks = job('teams.escalate', { every: '* * * * *', payload: z.unknown(), queue: 'teams.escalate' }, (tx) => escalateTasks(tx));
