import { action, Answer, NotFound, NotSignedIn } from '#server/platform/index.ts';
import { factorsOf } from '../accounts/people.store.ts';
import { expiredCookie, secondFactorCookieName, sessionCookieName } from '../accounts/session-cookie.ts';
import { stateAfterPassword } from '../sign-in/admission.action.ts';
import { factsOfSelf } from './me.store.ts';
import { endSession, gaveSecondFactor, liveSessions } from './sessions.store.ts';

/** Who is signed in, and what they may do. */
export const readMe = action(
  'session.read-own',
  async (tx, _nothing: object) => {
    const facts = await factsOfSelf(tx, tx.actor.id ?? '');
    if (!facts) throw new NotSignedIn();
    return { ...facts, permissions: [...tx.actor.permissions].toSorted(), programIds: [...tx.actor.programIds], demo: tx.config.demo };
  },
  { audit: 'touched' },
);

/** How far the sign-in of this browser has come; for the first screen. */
export const readState = action(
  'session.read-state',
  async (tx, _nothing: object) => {
    const { id, sessionId } = tx.actor;
    if (id === null || sessionId === null) return { state: 'signed-out' as const };
    const state = (await gaveSecondFactor(tx, sessionId)) ? ('signed-in' as const) : stateAfterPassword(await factorsOf(tx, id));
    return { state };
  },
  { audit: 'touched' },
);

/** Ends this session. */
export const signOut = action(
  'session.sign-out',
  async (tx, _nothing: object) => {
    const { id, sessionId } = tx.actor;
    if (id !== null && sessionId !== null) await endSession(tx, id, sessionId);
    tx.touch({ kind: 'staff', id: id ?? undefined });
    return new Answer(undefined, { cookies: [expiredCookie(sessionCookieName), expiredCookie(secondFactorCookieName)] });
  },
  { purpose: 'SYSADMIN' },
);

/** Where the person is signed in. */
export const listOwnSessions = action(
  'session.list-own',
  async (tx, _nothing: object) => {
    const sessions = await liveSessions(tx, tx.actor.id ?? '');
    return { items: sessions.map((session) => ({ ...session, isThisOne: session.id === tx.actor.sessionId })) };
  },
  { audit: 'touched' },
);

/** Ends one of the own sessions, on whatever device. */
export const endOwnSession = action(
  'session.end',
  async (tx, { sessionId }: { sessionId: string }): Promise<void> => {
    const staffId = tx.actor.id ?? '';
    if (!(await endSession(tx, staffId, sessionId))) throw new NotFound('Session');
    tx.touch({ kind: 'staff', id: staffId, details: { session: sessionId } });
  },
  { purpose: 'SYSADMIN' },
);
