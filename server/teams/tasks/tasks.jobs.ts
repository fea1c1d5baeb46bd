import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { followRules, remind } from './follow-rules.action.ts';

const Episode = z.looseObject({ event: z.string(), patientId: z.uuid(), programId: z.uuid() });

/** An admission or a discharge asks for what the rules say. */
export const makeRuleTasks = job('teams.make-rule-tasks', { on: ['episode.admitted', 'episode.discharged'], payload: Episode }, (tx, { event, patientId, programId }) =>
  followRules(tx, event, { patientId, programId }),
);

/** Each hour, so that a day begins in time wherever the organisation is: who has something due is reminded once a day. */
export const remindOfTasks = job('teams.remind-of-tasks', { every: '5 * * * *', payload: z.unknown(), queue: 'teams.remind-of-tasks' }, (tx) => remind(tx));
