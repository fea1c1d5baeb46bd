import { bytes, get, post } from '#server/platform/index.ts';
import { requestSealing } from '../sealing/seal-entries.action.ts';
import { AccessQuery, AuditedPatient, ChainState, EntryPage, EntryQuery, ExportQuery } from './entries.contract.ts';
import { exportEntries } from './export-entries.action.ts';
import { listAccesses, listEntries, readChain } from './read-entries.action.ts';

export const routes = [
  get('/audit/entries', { may: 'audit.read', query: EntryQuery, reply: EntryPage, summary: 'Who did what, the newest first' }, listEntries),
  get('/audit/entries.csv', { may: 'audit.read', query: ExportQuery, reply: bytes, summary: 'The same as a file for a spreadsheet' }, exportEntries),
  get(
    '/patients/:patientId/accesses',
    { may: 'audit.read', params: AuditedPatient, query: AccessQuery, reply: EntryPage, summary: 'Who read or changed one record' },
    listAccesses,
  ),
  get('/audit/chain', { may: 'audit.read', reply: ChainState, summary: 'How far the chain of sealed entries has come' }, readChain),
  post('/audit/seals', { may: 'audit.read', summary: 'Seal new entries now' }, requestSealing),
];
