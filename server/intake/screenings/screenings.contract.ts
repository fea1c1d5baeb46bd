import { z } from 'zod';

export const ScreenedEpisode = z.object({ episodeId: z.uuid() });
export const QuestionsQuery = z.object({ programId: z.uuid() });
/** Answers by the code of the question; sent twice with the same id they are kept once. */
export const AnswerScreening = z.object({ id: z.uuid(), answers: z.record(z.string(), z.string().trim().max(1000)) });

export const Questions = z.object({
  version: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      says: z.string(),
      answers: z.enum(['yes-no', 'yes-no-declined', 'words']),
      urgent: z.object({ when: z.string(), says: z.string() }).optional(),
    }),
  ),
});
export const Screening = z.object({
  id: z.uuid(),
  answers: z.record(z.string(), z.string()),
  priority: z.string(),
  urgent: z.array(z.string()),
  screenedAt: z.iso.datetime(),
  screenedByName: z.string(),
});
export const Screenings = z.object({ items: z.array(Screening) });

export type AnswerScreening = z.infer<typeof AnswerScreening>;
export type ScreeningReply = z.infer<typeof Screening>;
export type Questions = z.infer<typeof Questions>;
