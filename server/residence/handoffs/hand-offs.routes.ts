import { get, post, type Route } from '#server/platform/index.ts';
import { UnitPath } from '../places/places.contract.ts';
import { HandOffPath, HandOffs, SignHandOff } from './hand-offs.contract.ts';
import { acknowledgeHandOff, listHandOffs, signHandOff } from './keep-hand-offs.action.ts';

export const routes: readonly Route[] = [
  get('/residence/units/:unitId/hand-offs', { may: 'residence.read', params: UnitPath, reply: HandOffs, summary: 'What a shift hands to the next' }, listHandOffs),
  post('/residence/hand-offs', { may: 'round.write', body: SignHandOff, reply: HandOffs, summary: 'Hand over' }, signHandOff),
  post('/residence/hand-offs/:handOffId/acknowledgement', { may: 'round.write', params: HandOffPath, summary: 'The next shift has read it' }, acknowledgeHandOff),
];
