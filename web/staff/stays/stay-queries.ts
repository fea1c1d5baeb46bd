import { queryOptions } from '@tanstack/react-query';
import { Aftercare } from '#server/stays/aftercare/aftercare.contract.ts';
import { Reviews } from '#server/stays/reviews/reviews.contract.ts';
import { Teds } from '#server/stays/teds/teds.contract.ts';
import { api } from '../../ui/api/api.ts';

/** What is asked of stays, each with its key under `['stays']`. */
export const stayQueries = {
  reviews: (programId: string) =>
    queryOptions({ queryKey: ['stays', 'reviews', programId], queryFn: () => api.get('/stays/reviews', Reviews, programId ? { programId } : {}) }),
  teds: (episodeId: string) => queryOptions({ queryKey: ['stays', 'teds', episodeId], queryFn: () => api.get(`/episodes/${episodeId}/teds`, Teds) }),
  aftercare: (episodeId: string) => queryOptions({ queryKey: ['stays', 'aftercare', episodeId], queryFn: () => api.get(`/episodes/${episodeId}/aftercare`, Aftercare) }),
};
