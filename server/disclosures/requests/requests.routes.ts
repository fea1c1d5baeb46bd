import { bytes, get, post, type Route } from '#server/platform/index.ts';
import { printAccounting, readAccounting } from './accounting-report.action.ts';
import {
  AccountingReply,
  CloseRequest,
  Disagreement,
  ExtendRequest,
  NewRequest,
  PatientAddress,
  RequestAddress,
  RequestList,
  RequestMade,
  RequestQuery,
} from './requests.contract.ts';
import { closeRequest, extendRequest, keepDisagreement, listRequests, takeRequest } from './work-requests.action.ts';

const release = { may: 'disclosure.release' } as const;

export const requestRoutes: readonly Route[] = [
  get('/patient-requests', { may: 'disclosure.read', query: RequestQuery, reply: RequestList, summary: 'What patients asked for, with its days left' }, listRequests),
  post('/patient-requests', { ...release, body: NewRequest, reply: RequestMade, summary: 'Take in what a patient asked for' }, takeRequest),
  post(
    '/patient-requests/:requestId/extension',
    { ...release, params: RequestAddress, body: ExtendRequest, reply: RequestMade, summary: 'Take the one extension' },
    extendRequest,
  ),
  post('/patient-requests/:requestId/closing', { ...release, params: RequestAddress, body: CloseRequest, summary: 'Close a request' }, closeRequest),
  post(
    '/patient-requests/:requestId/disagreement',
    { ...release, params: RequestAddress, body: Disagreement, summary: 'Keep the statement of disagreement after a denied amendment' },
    keepDisagreement,
  ),
  get(
    '/patients/:patientId/accounting',
    { may: 'disclosure.read', params: PatientAddress, reply: AccountingReply, summary: 'The accounting of disclosures' },
    readAccounting,
  ),
  get('/patients/:patientId/accounting/print', { ...release, params: PatientAddress, reply: bytes, summary: 'The accounting as pages for the patient' }, printAccounting),
];
