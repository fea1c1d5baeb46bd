import { z } from 'zod';

export const DraftPath = z.object({ draftId: z.uuid() });
const Objective = z.object({ id: z.uuid(), statement: z.string(), goal: z.string(), isWorkedOn: z.boolean(), wasWorkedOn: z.boolean() });
/** Objectives of the plan that a note may point at, those it does, and those of the last note that pointed at any. */
export const Thread = z.object({ objectives: z.array(Objective) });
export const WorkOn = z.object({ objectiveIds: z.array(z.uuid()).max(50) });
