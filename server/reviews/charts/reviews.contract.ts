import { z } from 'zod';

const day = z.iso.date('Give a date such as 2026-11-24.');
export const Verdict = z.enum(['met', 'not-met', 'not-applicable']);
export const ReviewPath = z.object({ reviewId: z.uuid() });
export const AnswerPath = z.object({ reviewId: z.uuid(), item: z.string().max(40) });

const Checklist = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  items: z.array(z.object({ code: z.string(), says: z.string(), source: z.string() })),
});
export const Checklists = z.object({ items: z.array(Checklist) });

/** Sent twice with the same id it is one. */
export const OpenReview = z.object({
  id: z.uuid().optional(),
  patientId: z.uuid(),
  programId: z.uuid('Choose the program.'),
  checklist: z.string().min(1, 'Choose a checklist.'),
});

/** Stays that touch the days from and to; left out, all programs of the reader, all clinicians, all levels. With the seed of an earlier draw it comes out the same. */
export const DrawSample = z
  .object({
    checklist: z.string().min(1, 'Choose a checklist.'),
    programId: z.uuid().optional(),
    staffId: z.uuid().optional(),
    levelOfCare: z.string().max(20).optional(),
    from: day,
    to: day,
    size: z.int().min(1, 'Draw at least one.').max(60, 'Sixty charts are enough at once.'),
    seed: z.int().min(0).max(2_147_483_647).optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'The last day lies before the first.', path: ['to'] });

export const AnswerItem = z.object({
  says: Verdict,
  comment: z.string().trim().max(1000).default(''),
  noteId: z.uuid().nullish(),
  /** Who is to mend it; left out, the primary clinician of the stay. */
  ownerId: z.uuid().nullish(),
  dueOn: day.nullish(),
});
export const CloseReview = z.object({ summary: z.string().trim().max(2000).default('') });

export const ReviewSummary = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  checklist: z.string(),
  checklistName: z.string(),
  aboutStaffId: z.uuid().nullable(),
  aboutName: z.string().nullable(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  drawnSeed: z.int().nullable(),
  drawnOf: z.int().nullable(),
  items: z.int(),
  met: z.int(),
  notMet: z.int(),
  notApplicable: z.int(),
  /** In whole percent of what applies; null while nothing does. */
  share: z.int().nullable(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;
export const ReviewList = z.object({ items: z.array(ReviewSummary) });
export const Sample = z.object({ seed: z.int(), of: z.int(), items: z.array(ReviewSummary) });

const Answer = z.object({ item: z.string(), says: Verdict, comment: z.string(), noteId: z.uuid().nullable(), answeredAt: z.string(), answeredBy: z.string() });
export const ReviewReply = ReviewSummary.extend({
  summary: z.string(),
  asks: z.array(z.object({ code: z.string(), says: z.string(), source: z.string() })),
  answers: z.array(Answer),
});
export type ReviewReply = z.infer<typeof ReviewReply>;
