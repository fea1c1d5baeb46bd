import { z } from 'zod';

export const MissingKind = z.enum(['unsigned-note', 'visit-without-note', 'awaiting-cosignature', 'plan-overdue', 'assessment-overdue', 'document-missing']);
export type MissingKind = z.infer<typeof MissingKind>;

/** `id` is of the draft, note or visit; of the patient where what is missing has none. `since` is when it happened of which nothing is written. */
export const MissingItem = z.object({
  kind: MissingKind,
  id: z.uuid(),
  what: z.string(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  staffId: z.uuid().nullable(),
  staffName: z.string().nullable(),
  since: z.string().nullable(),
  due: z.string().nullable(),
  isOverdue: z.boolean(),
  daysLate: z.int(),
});
export type MissingItem = z.infer<typeof MissingItem>;
export const MissingList = z.object({ isOfEverybody: z.boolean(), items: z.array(MissingItem) });
