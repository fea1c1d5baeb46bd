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
      /** Only a person can say so: the record shows it nowhere. */
      byHand: z.boolean(),
      /** The record shows it by itself. */
      isFound: z.boolean(),
      /** Where in the app the evidence is, or comes to be; null where there is no page, or not for this reader. */
      opens: z.string().nullable(),
      note: z.string(),
      doneBy: z.string().nullable(),
    }),
  ),
});
export type Checklist = z.infer<typeof Checklist>;
