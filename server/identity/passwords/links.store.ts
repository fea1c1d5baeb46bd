import { createHash, randomBytes } from 'node:crypto';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

const digestOf = (token: string) => createHash('sha256').update(token).digest();

/** A new link of somebody; earlier ones no longer work. Only the digest is kept, the token goes into the mail. */
export async function drawLink(tx: Tx, staffId: string, expiresAt: Temporal.Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const db = within<IdentityTables>(tx);
  await db.deleteFrom('identity.oneTimeLink').where('staffId', '=', staffId).where('usedAt', 'is', null).execute();
  await db
    .insertInto('identity.oneTimeLink')
    .values({ digest: digestOf(token), staffId, expiresAt, usedAt: null })
    .execute();
  return token;
}

/** Whose link this is, locked until the transaction ends; undefined when it was used, is over, or never was. */
export async function lockLink(tx: Tx, token: string): Promise<string | undefined> {
  const link = await within<IdentityTables>(tx)
    .selectFrom('identity.oneTimeLink')
    .select('staffId')
    .where('digest', '=', digestOf(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', tx.now)
    .forUpdate()
    .executeTakeFirst();
  return link?.staffId;
}

/** Marks a link as used. */
export async function spendLink(tx: Tx, token: string): Promise<void> {
  await within<IdentityTables>(tx).updateTable('identity.oneTimeLink').set({ usedAt: tx.now }).where('digest', '=', digestOf(token)).execute();
}
