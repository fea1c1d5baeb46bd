import { action, Refused } from '#server/platform/index.ts';
import { isPassword } from '../accounts/password-hash.ts';
import { passwordHashOf, personByEmail } from '../accounts/people.store.ts';
import { historyOf, queueUp, recordAttempt } from './attempts.store.ts';
import { lockedUntil } from './lockout.rules.ts';

function wrong(says: string): Refused {
  return new Refused('proof.refused', { code: 'proof.refused', says, at: 'password' });
}

/**
 * Whether whoever stands at a screen that nobody is signed in to works here, by address and password; answers who. Opens no session. A failure counts as one at sign-in and is
 * told after the commit, so that it is kept: what follows must not be done when this answers undefined. A persona of the demo has no password.
 */
export const proveColleague = action('session.prove-colleague', async (tx, { email, password }: { email: string; password: string }): Promise<string | undefined> => {
  await queueUp(tx, email);
  const { policy, ofAccount, ofAddress } = await historyOf(tx, email);
  const isLocked = lockedUntil(ofAccount, policy.accountFailures, policy, tx.now) ?? lockedUntil(ofAddress, policy.addressFailures, policy, tx.now);
  if (isLocked) throw wrong('Too many failures. Wait, or ask an administrator.');
  const person = await personByEmail(tx, email);
  const hash = person && (await passwordHashOf(tx, person.id));
  const isProved = hash === undefined ? person !== undefined && tx.config.demo : await isPassword(password, hash);
  if (person?.active && isProved) return person.id;
  await recordAttempt(tx, email, 'password', 'refused');
  tx.touch({ kind: 'staff', id: person?.id, outcome: 'failed', details: { factor: 'password' } });
  tx.afterCommit(() => {
    throw wrong('Address or password is wrong.');
  });
  return undefined;
});
