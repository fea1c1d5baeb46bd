import { get, post, type Route } from '#server/platform/index.ts';
import { PostingQueued, RemittanceDetail, RemittanceList, RemittanceParams, RemittancesQuery } from '../remittances/remittances.contract.ts';
import { listRemittances, readRemittance } from '../remittances/read-remittances.action.ts';
import { InboundFileList, InboundQuery, Quarantine, ReceivedFile } from './inbound.contract.ts';
import { listInbound, readQuarantine, retryPosting, uploadFile } from './receive-file.action.ts';

export const routes: readonly Route[] = [
  get('/remittances', { may: 'claim.read', query: RemittancesQuery, reply: RemittanceList, summary: 'Payments of payers, posted and waiting' }, listRemittances),
  post('/remittances', { may: 'payment.post', upload: true, reply: ReceivedFile, summary: 'Hand in a remittance file' }, uploadFile),
  get(
    '/remittances/:remittanceId',
    { may: 'claim.read', params: RemittanceParams, reply: RemittanceDetail, summary: 'One payment and how each claim was judged' },
    readRemittance,
  ),
  post(
    '/remittances/:remittanceId/posting',
    { may: 'payment.post', params: RemittanceParams, reply: PostingQueued, summary: 'Try a quarantined payment again' },
    retryPosting,
  ),
  get('/billing/inbound-files', { may: 'claim.read', query: InboundQuery, reply: InboundFileList, summary: 'Files that came, the newest first' }, listInbound),
  get('/billing/quarantine', { may: 'claim.read', reply: Quarantine, summary: 'Everything from outside that waits for a person' }, readQuarantine),
];
