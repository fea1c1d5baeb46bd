import { get, post, put, type Route } from '#server/platform/index.ts';
import { ResidencyPath } from '../residencies/residencies.contract.ts';
import { keepWatch, listWatches } from './keep-watch.action.ts';
import { KeepWatch, SignRound, Watches, WatchesQuery } from './rounds.contract.ts';
import { signRound } from './sign-round.action.ts';

export const routes: readonly Route[] = [
  get('/residence/watches', { may: 'residence.read', query: WatchesQuery, reply: Watches, summary: 'Who is to be seen, and by when' }, listWatches),
  put(
    '/residence/residencies/:residencyId/watch',
    { may: 'residence.write', params: ResidencyPath, body: KeepWatch, summary: 'Say how often somebody is seen' },
    keepWatch,
  ),
  post('/residence/rounds', { may: 'round.write', body: SignRound, summary: 'Sign a round' }, signRound),
];
