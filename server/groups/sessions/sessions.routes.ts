import { get, patch, post, type Route } from '#server/platform/index.ts';
import { GroupPath } from '../groups/groups.contract.ts';
import { listSessions, openSession, readSession } from './read-session.action.ts';
import { saveSession } from './save-session.action.ts';
import { OpenSession, SaveSession, SessionList, SessionPath, SessionReply, SessionSpan, SignSession } from './sessions.contract.ts';
import { signSession } from './sign-session.action.ts';

const params = SessionPath;

export const routes: readonly Route[] = [
  get('/group-sessions', { may: 'chart.read', query: SessionSpan, reply: SessionList, summary: 'Group sessions that begin between two moments' }, listSessions),
  post(
    '/groups/:groupId/sessions',
    { may: 'chart.write', params: GroupPath, body: OpenSession, reply: SessionReply, summary: 'Open a session with a seat for each member' },
    openSession,
  ),
  get('/group-sessions/:sessionId', { may: 'chart.read', params, reply: SessionReply, summary: 'The session board' }, readSession),
  patch(
    '/group-sessions/:sessionId',
    { may: 'chart.write', params, body: SaveSession, reply: SessionReply, summary: 'Save what was marked and typed; merged, never refused for being late' },
    saveSession,
  ),
  post(
    '/group-sessions/:sessionId/signature',
    { may: 'note.sign', params, body: SignSession, reply: SessionReply, summary: 'Sign once: one sealed note for each member' },
    signSession,
  ),
];
