import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** Somebody who signs in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly active: boolean;
}

/** What stands between somebody and a session that reaches anything. */
export interface Factors {
  readonly isRequired: boolean;
  readonly hasAuthenticator: boolean;
  readonly hasPasskey: boolean;
}

const person = sql<Person>`select s.id, s.email, n.display_name, s.active from identity.staff s join identity.staff_name n on n.id = s.id`;

/** The person of an e-mail address, whether active or not. */
export async function personByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  return (await sql<Person>`${person} where s.email = ${email.toLowerCase()}`.execute(tx.db)).rows[0];
}

/** The person of an id, whether active or not. */
export async function personById(tx: Tx, staffId: string): Promise<Person | undefined> {
  return (await sql<Person>`${person} where s.id = ${staffId}`.execute(tx.db)).rows[0];
}

/** The person whose sign-in waits for its second factor under this identifier of better-auth. */
export async function personAwaitingSecondFactor(tx: Tx, identifier: string): Promise<Person | undefined> {
  return (await sql<Person>`${person} join identity.auth_verification v on v.value = s.id::text where v.identifier = ${identifier}`.execute(tx.db)).rows[0];
}

/** Whether a role of the person requires a second factor, and which ones there are. */
export async function factorsOf(tx: Tx, staffId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`select
      exists (select from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = ${staffId} and r.mfa_required) as is_required,
      exists (select from identity.auth_user where id = ${staffId} and two_factor_enabled) as has_authenticator,
      exists (select from identity.passkey where staff_id = ${staffId}) as has_passkey`.execute(tx.db);
  return rows[0] ?? { isRequired: true, hasAuthenticator: false, hasPasskey: false };
}

/** The argon2id hash of somebody's password; undefined when none is set. */
export async function passwordHashOf(tx: Tx, staffId: string): Promise<string | undefined> {
  const account = await within<IdentityTables>(tx)
    .selectFrom('identity.authAccount')
    .select('password')
    .where('userId', '=', staffId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return account?.password ?? undefined;
}

/** Sets the password, or takes it away. */
export async function setPasswordHash(tx: Tx, staffId: string, password: string | null): Promise<void> {
  await within<IdentityTables>(tx)
    .insertInto('identity.authAccount')
    .values({ userId: staffId, accountId: staffId, providerId: 'credential', password, updatedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['userId', 'providerId']).doUpdateSet({ password, updatedAt: tx.now }))
    .execute();
}

/** Takes away authenticator app, recovery codes and passkeys. */
export async function removeFactors(tx: Tx, staffId: string): Promise<void> {
  const db = within<IdentityTables>(tx);
  await db.deleteFrom('identity.authTwoFactor').where('userId', '=', staffId).execute();
  await db.deleteFrom('identity.passkey').where('staffId', '=', staffId).execute();
  await db.updateTable('identity.authUser').set({ twoFactorEnabled: false }).where('id', '=', staffId).execute();
}

/** Whether the code was the last one accepted, less than two minutes ago: each works once, RFC 6238 section 5.2. */
export async function wasSpent(tx: Tx, staffId: string, code: string): Promise<boolean> {
  const spent = await within<IdentityTables>(tx)
    .selectFrom('identity.authTwoFactor')
    .select('id')
    .where('userId', '=', staffId)
    .where('spentCode', '=', code)
    .where('spentAt', '>', tx.now.subtract({ minutes: 2 }))
    .executeTakeFirst();
  return spent !== undefined;
}

/** Marks a code as used. */
export async function spendCode(tx: Tx, staffId: string, code: string): Promise<void> {
  await within<IdentityTables>(tx).updateTable('identity.authTwoFactor').set({ spentCode: code, spentAt: tx.now }).where('userId', '=', staffId).execute();
}
