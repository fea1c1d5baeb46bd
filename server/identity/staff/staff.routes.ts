import { get, patch, post } from '#server/platform/index.ts';
import { addStaff, changeStaff } from './keep-staff.action.ts';
import { addCredential, addMembership, changeCredential, changeMembership } from './keep-standing.action.ts';
import { listDirectory, listStaff, readStaff } from './read-staff.action.ts';
import { resetAccess } from './reset-access.action.ts';
import {
  AccessReset,
  CredentialChanges,
  CredentialParams,
  DirectoryQuery,
  MadeStaff,
  MembershipChanges,
  MembershipParams,
  NewCredential,
  NewMembership,
  NewStaff,
  Staff,
  StaffChanges,
  StaffDirectory,
  StaffList,
  StaffParams,
  StaffQuery,
} from './staff.contract.ts';

export const routes = [
  get('/staff/directory', { may: 'signed-in', query: DirectoryQuery, reply: StaffDirectory, summary: 'Colleagues as everybody may know them' }, listDirectory),
  get('/staff', { may: 'staff.read', query: StaffQuery, reply: StaffList, summary: 'The staff list' }, listStaff),
  post('/staff', { may: 'staff.write', body: NewStaff, reply: MadeStaff, summary: 'Take somebody on' }, addStaff),
  get('/staff/:staffId', { may: 'staff.read', params: StaffParams, reply: Staff, summary: 'One person with all that administration knows' }, readStaff),
  patch('/staff/:staffId', { may: 'staff.write', params: StaffParams, body: StaffChanges, summary: 'Change data or roles, or end the work of somebody' }, changeStaff),
  post(
    '/staff/:staffId/reset',
    { may: 'staff.write', params: StaffParams, body: AccessReset, summary: 'Reset password or second factor; mails a one-time link' },
    resetAccess,
  ),
  post('/staff/:staffId/credentials', { may: 'staff.write', params: StaffParams, body: NewCredential, reply: MadeStaff, summary: 'Add a credential' }, addCredential),
  patch(
    '/staff/:staffId/credentials/:credentialId',
    { may: 'staff.write', params: CredentialParams, body: CredentialChanges, summary: 'Change or end a credential' },
    changeCredential,
  ),
  post(
    '/staff/:staffId/memberships',
    { may: 'staff.write', params: StaffParams, body: NewMembership, reply: MadeStaff, summary: 'Let somebody work in a program' },
    addMembership,
  ),
  patch(
    '/staff/:staffId/memberships/:membershipId',
    { may: 'staff.write', params: MembershipParams, body: MembershipChanges, summary: 'Set the last day of work in a program' },
    changeMembership,
  ),
];
