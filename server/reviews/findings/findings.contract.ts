import { z } from 'zod';

export const FindingPath = z.object({ findingId: z.uuid() });
export const AnswerFinding = z.object({ answer: z.string().trim().min(3, 'Say what you did.').max(1000) });
/** Not accepted, it is open again. */
export const JudgeFinding = z.object({ isAccepted: z.boolean() });

export const Finding = z.object({
  id: z.uuid(),
  reviewId: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  programName: z.string(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  asks: z.string(),
  wants: z.string(),
  noteId: z.uuid().nullable(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  state: z.enum(['open', 'answered', 'accepted', 'withdrawn']),
  answer: z.string(),
});
export type Finding = z.infer<typeof Finding>;
/** `mine` are to be mended by the reader; `toJudge` wait for who reviews. */
export const FindingList = z.object({ mine: z.array(Finding), toJudge: z.array(Finding) });
