import { get, post, type Route } from '#server/platform/index.ts';
import { ChargeList, ChargeParams, ChargesQuery, RecheckedCharge } from './charges.contract.ts';
import { listCharges } from './list-charges.action.ts';
import { recheckCharge } from './recheck-charge.action.ts';

export const routes: readonly Route[] = [
  get('/charges', { may: 'charge.read', query: ChargesQuery, reply: ChargeList, summary: 'Charges in a state, held ones with their reasons' }, listCharges),
  post('/charges/:chargeId/recheck', { may: 'claim.write', params: ChargeParams, reply: RecheckedCharge, summary: 'Judge a held charge anew' }, recheckCharge),
];
