import { get, post, type Route } from '#server/platform/index.ts';
import { DisclosureList, OfDisclosure, OfPatient, Suspension } from './accounting.contract.ts';
import { listDisclosures, suspendAccounting } from './read-accounting.action.ts';

export const accountingRoutes: readonly Route[] = [
  get('/patients/:patientId/disclosures', { may: 'disclosure.read', params: OfPatient, reply: DisclosureList, summary: 'All that left of a patient' }, listDisclosures),
  post(
    '/disclosures/:disclosureId/suspension',
    { may: 'privacy.review', params: OfDisclosure, body: Suspension, summary: 'Leave a row out of the accounting while an agency asks for it' },
    suspendAccounting,
  ),
];
