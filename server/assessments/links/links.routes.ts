import { post, type Route } from '#server/platform/index.ts';
import { finishByLink, openByLink, saveByLink } from './answer-by-link.action.ts';
import { FinishQuestions, KeptReply, OpenQuestions, QuestionsReply, SaveQuestions } from './links.contract.ts';

// The token travels in the body: no address, log or history holds it.
export const routes: readonly Route[] = [
  post('/questions/opening', { may: 'public', body: OpenQuestions, reply: QuestionsReply, rateLimit: 30, summary: 'Open the questions of a link' }, openByLink),
  post('/questions/answers', { may: 'public', body: SaveQuestions, reply: KeptReply, rateLimit: 240, summary: 'Keep answers as they are given' }, saveByLink),
  post('/questions/completion', { may: 'public', body: FinishQuestions, rateLimit: 30, summary: 'Hand the answers in' }, finishByLink),
];
