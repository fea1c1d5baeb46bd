import { bytes, get, post } from '#server/platform/index.ts';
import { MadeConsent, ConsentList, ConsentPage, ConsentPath, DrawUpConsent, PaperSignature, PatientPath, RevokeConsent, SignConsent } from './consents.contract.ts';
import { discardConsent, drawUpConsent } from './draw-up-consent.action.ts';
import { listConsents, printConsent, readConsent, showScan } from './read-consents.action.ts';
import { recordEnd, revokeConsent } from './revoke-consent.action.ts';
import { keepPaperConsent, signConsent } from './sign-consent.action.ts';

const read = { may: 'consent.read', params: ConsentPath } as const;
const write = { may: 'consent.write', params: ConsentPath } as const;

export const consentsRoutes = [
  get('/patients/:patientId/consents', { may: 'consent.read', params: PatientPath, reply: ConsentList, summary: 'Consents of a patient' }, listConsents),
  post(
    '/patients/:patientId/consents',
    { may: 'consent.write', params: PatientPath, body: DrawUpConsent, reply: MadeConsent, summary: 'Draw up a consent, ready to be signed' },
    drawUpConsent,
  ),
  get('/consents/:consentId', { ...read, reply: ConsentPage, summary: 'A consent with its whole text' }, readConsent),
  get('/consents/:consentId/print', { ...read, reply: bytes, summary: 'A consent as PDF: to sign on paper, or the copy for the patient' }, printConsent),
  get('/consents/:consentId/scan', { ...read, reply: bytes, summary: 'The scan of a consent signed on paper' }, showScan),
  post('/consents/:consentId/signature', { ...write, body: SignConsent, summary: 'Sign a consent on this screen' }, signConsent),
  post('/consents/:consentId/paper', { ...write, body: PaperSignature, upload: true, summary: 'Take in a consent signed on paper, with its scan' }, keepPaperConsent),
  post('/consents/:consentId/discard', { ...write, summary: 'Put aside a consent that nobody signed' }, discardConsent),
  post('/consents/:consentId/revocation', { ...write, body: RevokeConsent, summary: 'Keep a written revocation; it holds at once' }, revokeConsent),
  post('/consents/:consentId/end', { ...write, summary: 'Record that the event came which ends a consent' }, recordEnd),
];
