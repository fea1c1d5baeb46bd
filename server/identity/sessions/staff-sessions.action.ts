import { action } from '#server/platform/index.ts';
import { endSessions, liveSessions } from './sessions.store.ts';

/** Where a colleague is signed in. */
export const listStaffSessions = action(
  'session.list',
  async (tx, { staffId }: { staffId: string }) => {
    tx.touch({ kind: 'staff', id: staffId });
    const sessions = await liveSessions(tx, staffId);
    return { items: sessions.map((session) => ({ ...session, isThisOne: session.id === tx.actor.sessionId })) };
  },
  { purpose: 'SYSADMIN' },
);

/** Signs a colleague out everywhere. */
export const endStaffSessions = action(
  'session.end-all',
  async (tx, { staffId }: { staffId: string }): Promise<void> => {
    const ended = await endSessions(tx, staffId);
    tx.touch({ kind: 'staff', id: staffId, details: { ended } });
  },
  { purpose: 'SYSADMIN' },
);
