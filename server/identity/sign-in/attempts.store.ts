import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';
import type { LockoutPolicy } from './lockout.rules.ts';

/** What was tried. */
export type Factor = 'password' | 'authenticator' | 'recovery-code' | 'passkey' | 'persona';

/** Failures that count, and the policy to judge them by. */
export interface History {
  readonly policy: LockoutPolicy;
  readonly ofAccount: readonly Temporal.Instant[];
  readonly ofAddress: readonly Temporal.Instant[];
}

const strictest: LockoutPolicy = { accountFailures: 3, addressFailures: 10, windowMinutes: 60, lockMinutes: 60 };

/** Lets tries for one account pass one after the other, so that many at once cannot outrun the count. Ends with the transaction. */
export async function queueUp(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email.toLowerCase()}`}, 0))`.execute(tx.db);
}

async function policyNow(tx: Tx): Promise<LockoutPolicy> {
  const policy = await within<IdentityTables>(tx)
    .selectFrom('identity.signInPolicy')
    .select(['accountFailures', 'addressFailures', 'windowMinutes', 'lockMinutes'])
    .where('validFrom', '<=', tx.now)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst();
  return policy ?? strictest;
}

/** Failures of this account since it was last let in, and of this address; those too old to matter are left out. */
export async function historyOf(tx: Tx, email: string): Promise<History> {
  const policy = await policyNow(tx);
  const since = tx.now.subtract({ minutes: policy.windowMinutes + policy.lockMinutes });
  const { rows } = await sql<{ ofAccount: Temporal.Instant[]; ofAddress: Temporal.Instant[] }>`select
    array(select at from identity.sign_in_attempt where email = ${email.toLowerCase()} and outcome = 'refused' and at > ${since}
      and at > coalesce((select max(at) from identity.sign_in_attempt where email = ${email.toLowerCase()} and outcome = 'accepted'), '-infinity')
      order by at desc limit ${policy.accountFailures}) as of_account,
    array(select at from identity.sign_in_attempt where address = ${tx.origin.address ?? ''} and outcome = 'refused' and at > ${since}
      order by at desc limit ${policy.addressFailures}) as of_address`.execute(tx.db);
  return { policy, ofAccount: rows[0]?.ofAccount ?? [], ofAddress: rows[0]?.ofAddress ?? [] };
}

/** Keeps what came of a try. */
export async function recordAttempt(tx: Tx, email: string, factor: Factor, outcome: 'accepted' | 'refused' | 'locked'): Promise<void> {
  await within<IdentityTables>(tx)
    .insertInto('identity.signInAttempt')
    .values({ at: tx.now, email: email.toLowerCase(), address: tx.origin.address ?? '', outcome, factor })
    .execute();
}
