import { get, patch, post } from '#server/platform/index.ts';
import { addRole, changeRole, listRoles } from './roles.action.ts';
import { NewRole, RoleChanges, RoleList, RoleParams } from './roles.contract.ts';

export const routes = [
  get('/roles', { may: 'staff.read', reply: RoleList, summary: 'Roles, and every permission there is' }, listRoles),
  post('/roles', { may: 'organisation.write', body: NewRole, summary: 'Make a role' }, addRole),
  patch('/roles/:roleCode', { may: 'organisation.write', params: RoleParams, body: RoleChanges, summary: 'Change a role' }, changeRole),
];
