import { get, post, put, type Route } from '#server/platform/index.ts';
import { answerItem, closeReview } from './answer-review.action.ts';
import { drawSample, openReview } from './open-reviews.action.ts';
import { listChecklists, listReviews, showReview } from './read-reviews.action.ts';
import { AnswerItem, AnswerPath, Checklists, CloseReview, DrawSample, OpenReview, ReviewList, ReviewPath, ReviewReply, Sample } from './reviews.contract.ts';

const may = 'review.write';
const params = ReviewPath;
const reply = ReviewReply;
const purpose = 'HOPERAT';

export const routes: readonly Route[] = [
  get('/review-checklists', { may, reply: Checklists, purpose, summary: 'Checklists for looking through charts' }, listChecklists),
  get('/chart-reviews', { may, reply: ReviewList, purpose, summary: 'Chart reviews, open ones first' }, listReviews),
  post('/chart-reviews', { may, body: OpenReview, reply, purpose, summary: 'Open a review of a chart' }, openReview),
  post('/chart-review-samples', { may, body: DrawSample, reply: Sample, purpose, summary: 'Draw charts by chance and open a review of each' }, drawSample),
  get('/chart-reviews/:reviewId', { may, params, reply, purpose, summary: 'A review with its answers' }, showReview),
  put('/chart-reviews/:reviewId/answers/:item', { may, params: AnswerPath, body: AnswerItem, reply, purpose, summary: 'Answer one item' }, answerItem),
  post('/chart-reviews/:reviewId/closing', { may, params, body: CloseReview, reply, purpose, summary: 'Close a review' }, closeReview),
];
