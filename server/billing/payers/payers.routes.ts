import { get, patch, post, type Route } from '#server/platform/index.ts';
import { addPayer, changePayer, changeRule, listFees, listPayers, setFee } from './keep-payers.action.ts';
import { FeeList, FeesQuery, MadePayer, NewFee, NewPayer, PayerChanges, PayerList, PayerParams, PayerRule } from './payers.contract.ts';

export const routes: readonly Route[] = [
  get('/payers', { may: 'signed-in', reply: PayerList, summary: 'Payers and what each asks of a claim' }, listPayers),
  post('/payers', { may: 'payer.write', body: NewPayer, reply: MadePayer, summary: 'Add a payer' }, addPayer),
  patch('/payers/:payerId', { may: 'payer.write', params: PayerParams, body: PayerChanges, summary: 'Change or retire a payer' }, changePayer),
  post('/payers/:payerId/rules', { may: 'payer.write', params: PayerParams, body: PayerRule, summary: 'Start other rules of a payer on a day' }, changeRule),
  get('/fees', { may: 'signed-in', query: FeesQuery, reply: FeeList, summary: 'Our charges, or what a payer allows' }, listFees),
  post('/fees', { may: 'payer.write', body: NewFee, summary: 'Set an amount from a day on' }, setFee),
];
