import { z } from 'zod';

export const PatientPath = z.object({ patientId: z.uuid() });
export const TimelineQuery = z.object({
  before: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  /** Only entries whose title or detail has each of these words. */
  words: z.string().trim().max(100).optional(),
});
export const EntryKind = z.enum([
  'note',
  'group-note',
  'addendum',
  'assessment',
  'care-plan',
  'appointment',
  'diagnosis',
  'allergy',
  'vital-signs',
  'result',
  'document',
  'alert',
  'level-of-care',
]);
export type EntryKind = z.infer<typeof EntryKind>;

/** `id` is of the thing itself: a note, an appointment, a diagnosis. `noteId` is where an addendum is read. */
export const TimelineEntry = z.object({
  id: z.uuid(),
  kind: EntryKind,
  at: z.string(),
  title: z.string(),
  detail: z.string(),
  who: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  noteId: z.uuid().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export const Timeline = z.object({ items: z.array(TimelineEntry), next: z.string().optional() });
