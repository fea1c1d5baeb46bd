import { get, post, put, type Route } from '#server/platform/index.ts';
import { Clearinghouse, KeepConnection, PollQueued } from './clearinghouse.contract.ts';
import { keepConnection, readClearinghouse, requestPoll } from './keep-connection.action.ts';

export const routes: readonly Route[] = [
  get('/clearinghouse', { may: 'claim.read', reply: Clearinghouse, summary: 'The connection, how the last try went, and files on their way' }, readClearinghouse),
  put('/clearinghouse/connection', { may: 'payer.write', body: KeepConnection, reply: Clearinghouse, summary: 'Set up the connection' }, keepConnection),
  post('/clearinghouse/polls', { may: 'claim.write', reply: PollQueued, summary: 'Look for answers now, and send what waits' }, requestPoll),
];
