import { get, patch, post, type Route } from '#server/platform/index.ts';
import { changeResult, withdrawResult } from './change-result.action.ts';
import { enterResult } from './enter-result.action.ts';
import { listPanels, listResults, listResultsToReview, showResultHistory } from './list-results.action.ts';
import {
  ChangeResult,
  NewResult,
  Panels,
  PatientPath,
  ResultHistory,
  ResultPath,
  ResultReply,
  Results,
  ResultsToReview,
  ReviewResult,
  WithdrawResult,
} from './results.contract.ts';
import { reviewResult } from './review-result.action.ts';

const params = ResultPath;
const reply = ResultReply;

export const routes: readonly Route[] = [
  get('/lab-panels', { may: 'signed-in', reply: Panels, summary: 'What laboratories test, with units and LOINC codes' }, listPanels),
  get('/results-to-review', { may: 'result.review', reply: ResultsToReview, summary: 'Results that nobody has reviewed, the most urgent first' }, listResultsToReview),
  get(
    '/patients/:patientId/results',
    { may: 'chart.read', params: PatientPath, reply: Results, summary: 'Results of a person, the latest first, and each number over time' },
    listResults,
  ),
  post('/patients/:patientId/results', { may: 'observation.write', params: PatientPath, body: NewResult, reply, summary: 'Write a result down' }, enterResult),
  patch('/results/:resultId', { may: 'observation.write', params, body: ChangeResult, reply, summary: 'Correct a result' }, changeResult),
  post('/results/:resultId/withdrawal', { may: 'observation.write', params, body: WithdrawResult, reply, summary: 'Mark a result as entered in error' }, withdrawResult),
  post('/results/:resultId/review', { may: 'result.review', params, body: ReviewResult, reply, summary: 'Say that a result was read, and what follows' }, reviewResult),
  get('/results/:resultId/history', { may: 'chart.read', params, reply: ResultHistory, summary: 'All versions of a result, the newest first' }, showResultHistory),
];
