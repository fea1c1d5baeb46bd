import { queryOptions } from '@tanstack/react-query';
import { Checklists, ReviewList, ReviewReply } from '#server/reviews/charts/reviews.contract.ts';
import { FindingList } from '#server/reviews/findings/findings.contract.ts';
import { api } from '../../ui/api/api.ts';

/** Questions about chart reviews, each under `['reviews']`. */
export const reviewQueries = {
  checklists: queryOptions({ queryKey: ['reviews', 'checklists'], queryFn: () => api.get('/review-checklists', Checklists), staleTime: 3_600_000 }),
  all: queryOptions({ queryKey: ['reviews', 'all'], queryFn: () => api.get('/chart-reviews', ReviewList) }),
  one: (id: string) => queryOptions({ queryKey: ['reviews', 'one', id], queryFn: () => api.get(`/chart-reviews/${id}`, ReviewReply) }),
  findings: queryOptions({ queryKey: ['reviews', 'findings'], queryFn: () => api.get('/review-findings', FindingList) }),
};
