import { get, post, type Route } from '#server/platform/index.ts';
import { AgreementAdded, AgreementAddress, AgreementList, EndAgreement, NewAgreement } from './agreements.contract.ts';
import { addAgreement, attachAgreement, endAgreement, listAgreements } from './keep-agreements.action.ts';

export const agreementRoutes: readonly Route[] = [
  get('/agreements', { may: 'privacy.review', reply: AgreementList, summary: 'Agreements, and which integrations may run' }, listAgreements),
  post('/agreements', { may: 'privacy.review', body: NewAgreement, reply: AgreementAdded, summary: 'Enter an agreement' }, addAgreement),
  post(
    '/agreements/:agreementId/end',
    { may: 'privacy.review', params: AgreementAddress, body: EndAgreement, summary: 'Set the last day of an agreement' },
    endAgreement,
  ),
  post(
    '/agreements/:agreementId/file',
    { may: 'privacy.review', params: AgreementAddress, upload: true, reply: AgreementAdded, summary: 'Keep the signed paper of an agreement' },
    attachAgreement,
  ),
];
