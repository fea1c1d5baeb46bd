import { Home, TileRows } from '#server/homes/tiles/tiles.contract.ts';
import { api } from '../../ui/api/api.ts';

const askAgainMs = 60_000;
export const rowsAPage = 100;

/** What home pages ask; numbers are asked again each minute without keeping a session awake. */
export const homeQueries = {
  home: {
    queryKey: ['home'],
    queryFn: () => api.get('/home', Home, {}, { quiet: true }),
    refetchInterval: askAgainMs,
    refetchOnMount: 'always' as const,
  },
  rows: (code: string, page: number) => ({
    queryKey: ['home', 'rows', code, page],
    queryFn: () => api.get(`/home/tiles/${code}`, TileRows, { limit: rowsAPage, offset: (page - 1) * rowsAPage }),
  }),
};
