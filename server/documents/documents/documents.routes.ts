import { bytes, get, patch, post, type Route } from '#server/platform/index.ts';
import { changeDocument, withdrawDocument } from './change-document.action.ts';
import {
  ChangeDocument,
  DocumentKinds,
  DocumentList,
  DocumentPath,
  MadeDocument,
  MoveDocument,
  NewDocument,
  PatientPath,
  WithdrawDocument,
} from './documents.contract.ts';
import { fileDocument } from './file-document.action.ts';
import { listDocuments, listKinds, showContent, showDocumentHistory } from './list-documents.action.ts';
import { moveDocument } from './move-document.action.ts';

export const routes: readonly Route[] = [
  get('/document-kinds', { may: 'signed-in', reply: DocumentKinds, summary: 'Kinds of document, and on what basis one is received' }, listKinds),
  get(
    '/patients/:patientId/documents',
    { may: 'document.read', params: PatientPath, reply: DocumentList, summary: 'Documents of a chart, the newest first' },
    listDocuments,
  ),
  post(
    '/patients/:patientId/documents',
    { may: 'document.write', params: PatientPath, body: NewDocument, upload: true, reply: MadeDocument, summary: 'File a scan or a file in a chart' },
    fileDocument,
  ),
  get('/documents/:documentId/content', { may: 'document.read', params: DocumentPath, reply: bytes, summary: 'The pages of a document' }, showContent),
  get(
    '/documents/:documentId/history',
    { may: 'document.read', params: DocumentPath, reply: DocumentList, summary: 'All versions of what is said of it' },
    showDocumentHistory,
  ),
  patch(
    '/documents/:documentId',
    { may: 'document.write', params: DocumentPath, body: ChangeDocument, reply: MadeDocument, summary: 'Change what is said of a document' },
    changeDocument,
  ),
  post(
    '/documents/:documentId/withdrawal',
    { may: 'document.write', params: DocumentPath, body: WithdrawDocument, reply: MadeDocument, summary: 'Mark a document as entered in error' },
    withdrawDocument,
  ),
  post(
    '/documents/:documentId/move',
    { may: 'document.write', params: DocumentPath, body: MoveDocument, reply: MadeDocument, summary: 'Move a misfiled document to another chart' },
    moveDocument,
  ),
];
