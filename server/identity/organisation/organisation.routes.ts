import { get, patch } from '#server/platform/index.ts';
import { changeOrganisation, readOrganisation } from './organisation.action.ts';
import { Organisation, OrganisationChanges } from './organisation.contract.ts';

export const routes = [
  get('/organisation', { may: 'signed-in', reply: Organisation, summary: 'The organisation' }, readOrganisation),
  patch('/organisation', { may: 'organisation.write', body: OrganisationChanges, summary: 'Change the organisation or its sign-in settings' }, changeOrganisation),
];
