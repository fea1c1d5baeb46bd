import { z } from 'zod';

export const ReviewsQuery = z.object({ programId: z.uuid().optional() });

/** Who is admitted, with the review that is due next and what the payer has approved. */
export const Reviews = z.object({
  source: z.string(),
  items: z.array(
    z.object({
      episodeId: z.uuid(),
      patientId: z.uuid(),
      programId: z.uuid(),
      name: z.string(),
      mrn: z.string(),
      programName: z.string(),
      admittedOn: z.iso.date(),
      clinicianName: z.string().nullable(),
      reviewer: z.string(),
      reviewDays: z.int().nullable(),
      lastReviewOn: z.iso.date().nullable(),
      lastReviewedBy: z.string().nullable(),
      lastNoteId: z.uuid().nullable(),
      payerName: z.string().nullable(),
      authorizedThrough: z.iso.date().nullable(),
      dueOn: z.iso.date(),
      because: z.enum(['program', 'payer']),
      state: z.enum(['later', 'soon', 'overdue']),
      /** The note to write for it. */
      templateCode: z.string(),
    }),
  ),
});

export type Reviews = z.infer<typeof Reviews>;
