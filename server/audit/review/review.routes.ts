import { get, post } from '#server/platform/index.ts';
import { closeReviewDay, judgeFinding, listDays, listFindings, listRules } from './review-day.action.ts';
import { CloseDay, DayParams, FindingParams, Findings, Mark, ReviewDays, ReviewRules } from './review.contract.ts';

const may = 'privacy.review';

export const reviewRoutes = [
  get('/access-review/rules', { may, reply: ReviewRules, summary: 'What counts as unusual access' }, listRules),
  get('/access-review/days', { may, reply: ReviewDays, summary: 'Days with what was unusual on them' }, listDays),
  get('/access-review/days/:day/findings', { may, params: DayParams, reply: Findings, summary: 'What was unusual on a day' }, listFindings),
  post('/access-review/findings/:findingId/verdict', { may, params: FindingParams, body: Mark, summary: 'Judge a finding' }, judgeFinding),
  post('/access-review/days/:day/closing', { may, params: DayParams, body: CloseDay, summary: 'Close a day' }, closeReviewDay),
];
