import { get, post, put, type Route } from '#server/platform/index.ts';
import { Authorization, AuthorizationPath, Authorizations, ChangeAuthorization, NewAuthorization, PatientPath } from './authorizations.contract.ts';
import { changeAuthorization, listAuthorizations, listExpiring, noteAuthorization } from './keep-authorizations.action.ts';

const purpose = 'HPAYMT';
const reply = Authorization;
const may = 'authorization.write';

export const routes: readonly Route[] = [
  get('/authorizations', { may: 'authorization.read', reply: Authorizations, purpose, summary: 'Authorizations that run out or are asked for' }, listExpiring),
  get(
    '/patients/:patientId/authorizations',
    { may: 'authorization.read', params: PatientPath, reply: Authorizations, purpose, summary: 'Authorizations of a person' },
    listAuthorizations,
  ),
  post('/patients/:patientId/authorizations', { may, params: PatientPath, body: NewAuthorization, reply, purpose, summary: 'Note an authorization' }, noteAuthorization),
  put(
    '/authorizations/:authorizationId',
    { may, params: AuthorizationPath, body: ChangeAuthorization, reply, purpose, summary: 'Change an authorization' },
    changeAuthorization,
  ),
];
