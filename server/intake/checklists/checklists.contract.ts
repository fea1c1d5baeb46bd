import { z } from 'zod';

export const ChecklistPath = z.object({ episodeId: z.uuid() });
export const PointPath = z.object({ episodeId: z.uuid(), code: z.string().max(60) });
export const TickPoint = z.object({ done: z.boolean(), note: z.string().trim().max(300).default('') });

/** What an admission asks for and how each point stands. Due days are there once the admission is. */
export const Checklist = z.object({
  programName: z.string(),
  admittedOn: z.iso.date().nullable(),
  source: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      says: z.string(),
      when: z.enum(['before', 'after']),
      dueOn: z.iso.date().nullable(),
      state: z.enum(['done', 'missing', 'overdue', 'hidden']),
      doneOn: z.iso.date().nullable(),
      byHand: z.boolean(),
      note: z.string(),
      doneBy: z.string().nullable(),
    }),
  ),
});
export type Checklist = z.infer<typeof Checklist>;
