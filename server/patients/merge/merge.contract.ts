import { z } from 'zod';

export const MergeParams = z.object({ mergeId: z.uuid() });

/** Two records of one person: the one in the path survives and keeps its data, the duplicate follows it. */
export const MergePatients = z.object({
  duplicateId: z.uuid(),
  reason: z.string().trim().min(3, 'Write how you know that both are one person.').max(500),
});
export const UndoMerge = z.object({ reason: z.string().trim().min(3, 'Write why they are two people.').max(500) });
export const MergedPatients = z.object({ mergeId: z.uuid(), survivorId: z.uuid() });

export const Merge = z.object({
  id: z.uuid(),
  survivorId: z.uuid(),
  duplicateId: z.uuid(),
  duplicateMrn: z.string(),
  reason: z.string(),
  mergedAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  undoneReason: z.string().nullable(),
});

export const Merges = z.object({ items: z.array(Merge) });
