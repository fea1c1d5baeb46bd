import { z } from 'zod';

export const DraftPath = z.object({ draftId: z.uuid() });
/** Objectives of the signed plan that a note may point at, and those it does. */
export const Thread = z.object({ objectives: z.array(z.object({ id: z.uuid(), statement: z.string(), goal: z.string(), isWorkedOn: z.boolean() })) });
export const WorkOn = z.object({ objectiveIds: z.array(z.uuid()).max(50) });
