import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** A registered passkey, with what is needed to check its answers. */
export interface Passkey {
  readonly id: string;
  readonly staffId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}

const columns = ['id', 'staffId', 'credentialId', 'publicKey', 'counter', 'transports', 'name', 'createdAt', 'lastUsedAt'] as const;

/** Passkeys of one person, oldest first. */
export function passkeysOf(tx: Tx, staffId: string): Promise<Passkey[]> {
  return within<IdentityTables>(tx).selectFrom('identity.passkey').select(columns).where('staffId', '=', staffId).orderBy('createdAt').execute();
}

/** The passkey of a credential id, locked until the transaction ends. */
export function lockPasskey(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  return within<IdentityTables>(tx).selectFrom('identity.passkey').select(columns).where('credentialId', '=', credentialId).forUpdate().executeTakeFirst();
}

/** Keeps a new passkey. */
export async function insertPasskey(tx: Tx, passkey: Omit<Passkey, 'id' | 'createdAt' | 'lastUsedAt'>): Promise<void> {
  await within<IdentityTables>(tx)
    .insertInto('identity.passkey')
    .values({ ...passkey, createdAt: tx.now, lastUsedAt: null })
    .execute();
}

/** Notes the use of a passkey. A counter that ran on tells a copied device, which the check refuses. */
export async function notePasskeyUse(tx: Tx, passkeyId: string, counter: number): Promise<void> {
  await within<IdentityTables>(tx).updateTable('identity.passkey').set({ counter, lastUsedAt: tx.now }).where('id', '=', passkeyId).execute();
}

/** Removes one passkey of this person. False when there is none. */
export async function removePasskey(tx: Tx, staffId: string, passkeyId: string): Promise<boolean> {
  const { numDeletedRows } = await within<IdentityTables>(tx)
    .deleteFrom('identity.passkey')
    .where('id', '=', passkeyId)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps a challenge for five minutes; `staffId` when it is to register, null when it is to sign in. */
export async function keepChallenge(tx: Tx, challenge: string, staffId: string | null): Promise<string> {
  const { id } = await within<IdentityTables>(tx)
    .insertInto('identity.passkeyChallenge')
    .values({ challenge, staffId, expiresAt: tx.now.add({ minutes: 5 }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a challenge out: each is answered once. Undefined when it is over, used, or somebody else's. */
export async function takeChallenge(tx: Tx, challengeId: string, staffId: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ challenge: string }>`delete from identity.passkey_challenge
    where id = ${challengeId} and staff_id is not distinct from ${staffId}::uuid and expires_at > ${tx.now} returning challenge`.execute(tx.db);
  return rows[0]?.challenge;
}
