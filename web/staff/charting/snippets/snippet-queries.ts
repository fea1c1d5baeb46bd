import { queryOptions } from '@tanstack/react-query';
import { SnippetList } from '#server/charting/snippets/snippets.contract.ts';
import { api } from '../../../ui/api/api.ts';

/** Words that unfold: one's own, then those of one's programs. */
export const snippetQueries = {
  all: queryOptions({ queryKey: ['snippets'], queryFn: () => api.get('/snippets', SnippetList), staleTime: 300_000 }),
};
