import { get, post, type Route } from '#server/platform/index.ts';
import { Balance, Ledger, LedgerParams, Posted, PostingParams, ReversePosting, TakePayment } from './ledger.contract.ts';
import { readBalance, readLedger } from './read-ledger.action.ts';
import { reversePosting, takePayment } from './take-payment.action.ts';

export const routes: readonly Route[] = [
  get('/patients/:patientId/ledger', { may: 'ledger.read', params: LedgerParams, reply: Ledger, summary: 'Postings and balances of a patient' }, readLedger),
  get('/patients/:patientId/balance', { may: 'ledger.read', params: LedgerParams, reply: Balance, summary: 'What is owed for a patient' }, readBalance),
  post(
    '/patients/:patientId/payments',
    { may: 'payment.post', params: LedgerParams, body: TakePayment, reply: Posted, summary: 'Take a payment at the desk' },
    takePayment,
  ),
  post(
    '/postings/:journalId/reversal',
    { may: 'payment.post', params: PostingParams, body: ReversePosting, reply: Posted, summary: 'Take back a desk payment' },
    reversePosting,
  ),
];
