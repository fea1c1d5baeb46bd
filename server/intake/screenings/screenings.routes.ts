import { get, post } from '#server/platform/index.ts';
import { answerScreening, listQuestions, listScreenings } from './answer-screening.action.ts';
import { AnswerScreening, Questions, QuestionsQuery, ScreenedEpisode, Screening, Screenings } from './screenings.contract.ts';

const params = ScreenedEpisode;

export const screeningRoutes = [
  get('/intake/screening-questions', { may: 'intake.read', query: QuestionsQuery, reply: Questions, summary: 'What a program asks first' }, listQuestions),
  get('/episodes/:episodeId/screenings', { may: 'intake.read', params, reply: Screenings, summary: 'What was answered' }, listScreenings),
  post(
    '/episodes/:episodeId/screenings',
    { may: 'intake.write', params, body: AnswerScreening, reply: Screening, summary: 'Answer the screening questions' },
    answerScreening,
  ),
];
