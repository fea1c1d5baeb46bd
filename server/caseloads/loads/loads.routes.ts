import { get, type Route } from '#server/platform/index.ts';
import { Caseloads, LoadsQuery } from './loads.contract.ts';
import { showLoads } from './show-loads.action.ts';

export const routes: readonly Route[] = [
  get('/caseloads', { may: 'team.write', query: LoadsQuery, reply: Caseloads, summary: 'Who looks after how many in a program, and how heavy it weighs' }, showLoads),
];
