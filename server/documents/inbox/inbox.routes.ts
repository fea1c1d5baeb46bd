import { bytes, get, post, type Route } from '#server/platform/index.ts';
import { FileInbound, MadeDocument } from '../documents/documents.contract.ts';
import { InboundPath, Inbox, PutAside } from './inbox.contract.ts';
import { fileInbound, listInbox, putAside, showInbound } from './work-inbound.action.ts';

export const routes: readonly Route[] = [
  get('/inbound-documents', { may: 'document.write', reply: Inbox, summary: 'What came by fax or folder and waits to be filed' }, listInbox),
  get('/inbound-documents/:inboundId/content', { may: 'document.write', params: InboundPath, reply: bytes, summary: 'The pages of what came' }, showInbound),
  post(
    '/inbound-documents/:inboundId/filing',
    { may: 'document.write', params: InboundPath, body: FileInbound, reply: MadeDocument, summary: 'File what came in a chart' },
    fileInbound,
  ),
  post(
    '/inbound-documents/:inboundId/put-aside',
    { may: 'document.write', params: InboundPath, body: PutAside, summary: 'Put aside what belongs in no chart' },
    putAside,
  ),
];
