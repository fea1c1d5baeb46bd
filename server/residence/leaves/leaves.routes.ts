import { post, type Route } from '#server/platform/index.ts';
import { ResidencyPath } from '../residencies/residencies.contract.ts';
import { comeBack, startLeave } from './keep-leaves.action.ts';
import { ComeBack, StartLeave } from './leaves.contract.ts';

const params = ResidencyPath;

export const routes: readonly Route[] = [
  post('/residence/residencies/:residencyId/leaves', { may: 'residence.write', params, body: StartLeave, summary: 'Somebody leaves for a while' }, startLeave),
  post('/residence/residencies/:residencyId/return', { may: 'residence.write', params, body: ComeBack, summary: 'Somebody is back from leave' }, comeBack),
];
