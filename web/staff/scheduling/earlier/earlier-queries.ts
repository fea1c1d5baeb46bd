import { queryOptions } from '@tanstack/react-query';
import { Offers, Wishes } from '#server/scheduling/earlier-times/earlier-times.contract.ts';
import { api } from '../../../ui/api/api.ts';

const askAgainMs = 60_000;

export const earlierQueries = {
  offers: queryOptions({ queryKey: ['earlier-times', 'offers'], queryFn: () => api.get('/slot-offers', Offers, {}, { quiet: true }), refetchInterval: askAgainMs }),
  wishes: queryOptions({ queryKey: ['earlier-times', 'wishes'], queryFn: () => api.get('/earlier-wishes', Wishes) }),
};
