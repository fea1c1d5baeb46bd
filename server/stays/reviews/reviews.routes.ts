import { get } from '#server/platform/index.ts';
import { listReviews } from './list-reviews.action.ts';
import { Reviews, ReviewsQuery } from './reviews.contract.ts';

export const reviewRoutes = [
  get('/stays/reviews', { may: 'chart.read', query: ReviewsQuery, reply: Reviews, summary: 'Continued-stay reviews, the most urgent first' }, listReviews),
];
