import { del, get, post } from '#server/platform/index.ts';
import { StaffParams } from '../staff/staff.contract.ts';
import { endOwnSession, listOwnSessions, readMe, readState, signOut } from './own-session.action.ts';
import { Me, SessionList, SessionParams, SessionState } from './sessions.contract.ts';
import { endStaffSessions, listStaffSessions } from './staff-sessions.action.ts';

export const routes = [
  get('/auth/session', { may: 'public', reply: SessionState, summary: 'How far the sign-in of this browser has come' }, readState),
  post('/auth/sign-out', { may: 'signed-in', beforeSecondFactor: true, summary: 'Sign out' }, signOut),
  get('/me', { may: 'signed-in', reply: Me, summary: 'Who is signed in, and what they may do' }, readMe),
  get('/me/sessions', { may: 'signed-in', reply: SessionList, summary: 'Where the person is signed in' }, listOwnSessions),
  del('/me/sessions/:sessionId', { may: 'signed-in', params: SessionParams, summary: 'End one of the own sessions' }, endOwnSession),
  get('/staff/:staffId/sessions', { may: 'staff.write', params: StaffParams, reply: SessionList, summary: 'Where a colleague is signed in' }, listStaffSessions),
  del('/staff/:staffId/sessions', { may: 'staff.write', params: StaffParams, summary: 'Sign a colleague out everywhere' }, endStaffSessions),
];
