import { get, post, put, type Route } from '#server/platform/index.ts';
import { arrive } from './arrive.action.ts';
import { depart, planDeparture } from './depart.action.ts';
import { judgeFit } from './judge-fit.action.ts';
import { freeBed, moveToBed } from './move.action.ts';
import { Arrive, Arrived, Depart, Fit, FitQuery, FreeBed, MoveTo, PlanDeparture, ResidencyPath, SwapWith } from './residencies.contract.ts';
import { swapBeds } from './swap.action.ts';

const params = ResidencyPath;
const may = 'residence.write';

export const routes: readonly Route[] = [
  get('/residence/fit', { may, query: FitQuery, reply: Fit, summary: 'What stands against a bed for somebody' }, judgeFit),
  post('/residence/residencies', { may, body: Arrive, reply: Arrived, summary: 'Somebody arrives' }, arrive),
  put('/residence/residencies/:residencyId/bed', { may, params, body: MoveTo, summary: 'Move to a bed' }, moveToBed),
  post('/residence/residencies/:residencyId/freed-bed', { may, params, body: FreeBed, summary: 'Free the bed; the person stays' }, freeBed),
  post('/residence/residencies/:residencyId/swap', { may, params, body: SwapWith, summary: 'Two people change beds' }, swapBeds),
  put('/residence/residencies/:residencyId/expected-departure', { may, params, body: PlanDeparture, summary: 'Say when somebody is expected to leave' }, planDeparture),
  post('/residence/residencies/:residencyId/departure', { may, params, body: Depart, summary: 'Somebody departs' }, depart),
];
