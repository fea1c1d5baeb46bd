import { z } from 'zod';
import { Answers, Instrument } from '../instruments/instrument.contract.ts';
import { AnswerChanges, Completion } from '../administrations/administrations.contract.ts';

const token = z.object({ token: z.string().min(1).max(200) });

export const OpenQuestions = token;
export const SaveQuestions = token.extend(AnswerChanges.shape);
export const FinishQuestions = token.extend(Completion.shape);

/** What is shown to whoever holds the link: questions, and nothing of the clinic, the person, or what the answers come to. */
export const QuestionsReply = z.object({
  instrument: Instrument.pick({ schemaVersion: true, instruction: true, optionSets: true, items: true, language: true }),
  minutes: z.int(),
  answers: Answers,
  crisisWords: z.string(),
  isTablet: z.boolean(),
  notice: z.string(),
});
export const KeptReply = z.object({ answers: Answers, isCrisis: z.boolean() });

export type QuestionsReply = z.infer<typeof QuestionsReply>;
