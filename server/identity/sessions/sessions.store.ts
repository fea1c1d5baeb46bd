import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** A browser where somebody is signed in. */
export interface LiveSession {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly startedAt: Temporal.Instant;
  readonly lastActiveAt: Temporal.Instant;
}

/** Sessions of one person that still live, the most recently used first. */
export async function liveSessions(tx: Tx, staffId: string): Promise<LiveSession[]> {
  const { rows } = await sql<LiveSession>`select s.id, s.user_agent as device, s.ip_address as address, s.started_at, s.last_active_at
    from identity.auth_session s, identity.organisation o
    where s.user_id = ${staffId} and s.ends_at > ${tx.now} and s.last_active_at > ${tx.now}::timestamptz - make_interval(mins => o.idle_minutes)
    order by s.last_active_at desc`.execute(tx.db);
  return rows;
}

/** Ends one session of this person. False when there is none. */
export async function endSession(tx: Tx, staffId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await within<IdentityTables>(tx)
    .deleteFrom('identity.authSession')
    .where('id', '=', sessionId)
    .where('userId', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of a person, but for one. Answers how many. */
export async function endSessions(tx: Tx, staffId: string, except: string | null = null): Promise<number> {
  const all = within<IdentityTables>(tx).deleteFrom('identity.authSession').where('userId', '=', staffId);
  const { numDeletedRows } = await (except === null ? all : all.where('id', '<>', except)).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Notes on a fresh session where it is from and, when given, its second factor. Answers its id. */
export async function describeSession(tx: Tx, token: string, hasSecondFactor: boolean): Promise<string | undefined> {
  const session = await within<IdentityTables>(tx)
    .updateTable('identity.authSession')
    .set({ ipAddress: tx.origin.address, userAgent: tx.origin.device, ...(hasSecondFactor ? { secondFactorAt: tx.now } : {}) })
    .where('token', '=', token)
    .returning('id')
    .executeTakeFirst();
  return session?.id;
}

/** Notes that a running session has given its second factor. */
export async function markSecondFactor(tx: Tx, sessionId: string): Promise<void> {
  await within<IdentityTables>(tx).updateTable('identity.authSession').set({ secondFactorAt: tx.now }).where('id', '=', sessionId).execute();
}

/** Whether the session gave a second factor. */
export async function gaveSecondFactor(tx: Tx, sessionId: string): Promise<boolean> {
  const session = await within<IdentityTables>(tx).selectFrom('identity.authSession').select('secondFactorAt').where('id', '=', sessionId).executeTakeFirst();
  return session?.secondFactorAt != null;
}

/** Removes what is over: ended sessions, old attempts, unanswered challenges, used links. Answers how many sessions. */
export async function removeWhatIsOver(tx: Tx): Promise<number> {
  const db = within<IdentityTables>(tx);
  const ended = await sql`delete from identity.auth_session s using identity.organisation o
    where s.ends_at < ${tx.now} or s.last_active_at < ${tx.now}::timestamptz - make_interval(mins => o.idle_minutes)`.execute(tx.db);
  await db
    .deleteFrom('identity.signInAttempt')
    .where('at', '<', tx.now.subtract({ hours: 90 * 24 }))
    .execute();
  await db.deleteFrom('identity.passkeyChallenge').where('expiresAt', '<', tx.now).execute();
  await db
    .deleteFrom('identity.oneTimeLink')
    .where('expiresAt', '<', tx.now.subtract({ hours: 24 * 7 }))
    .execute();
  return Number(ended.numAffectedRows ?? 0);
}
