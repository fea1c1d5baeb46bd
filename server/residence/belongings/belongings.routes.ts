import { get, post, type Route } from '#server/platform/index.ts';
import { ResidencyPath } from '../residencies/residencies.contract.ts';
import { Belongings, ReceiveBelongings, ReturnBelongings } from './belongings.contract.ts';
import { giveBackBelongings, listBelongings, receiveBelongings } from './keep-belongings.action.ts';

const params = ResidencyPath;
const path = '/residence/residencies/:residencyId/belongings';

export const routes: readonly Route[] = [
  get(path, { may: 'residence.read', params, reply: Belongings, summary: 'What is kept for somebody' }, listBelongings),
  post(path, { may: 'residence.write', params, body: ReceiveBelongings, reply: Belongings, summary: 'Take things into keeping' }, receiveBelongings),
  post(`${path}/returns`, { may: 'residence.write', params, body: ReturnBelongings, reply: Belongings, summary: 'Give things back' }, giveBackBelongings),
];
