import { action, Refused } from '#server/platform/index.ts';
import { isPassword } from '../accounts/password-hash.ts';
import { passwordHashOf, personById } from '../accounts/people.store.ts';
import { historyOf, queueUp, recordAttempt } from './attempts.store.ts';
import { lockedUntil } from './lockout.rules.ts';

function wrong(says: string): Refused {
  return new Refused('proof.refused', { code: 'proof.refused', says, at: 'password' });
}

/**
 * Whether whoever acts proves by the password to be who signed in; for acts that a borrowed screen must not do. A failure counts as one at sign-in
 * and is told after the commit, so that it is kept: what follows must not be done when this answers false. A persona of the demo has no password.
 */
export const proveIdentity = action('session.prove', async (tx, { password }: { password: string }): Promise<boolean> => {
  const person = tx.actor.id === null ? undefined : await personById(tx, tx.actor.id);
  if (!person) throw wrong('Sign in again.');
  const hash = await passwordHashOf(tx, person.id);
  if (hash === undefined) {
    if (tx.config.demo) return true;
    throw wrong('You have no password. Choose one under your account, then sign.');
  }
  await queueUp(tx, person.email);
  const { policy, ofAccount } = await historyOf(tx, person.email);
  if (lockedUntil(ofAccount, policy.accountFailures, policy, tx.now)) throw wrong('Too many failures. Wait, or ask an administrator.');
  if (await isPassword(password, hash)) return true;
  await recordAttempt(tx, person.email, 'password', 'refused');
  tx.touch({ kind: 'staff', id: person.id, outcome: 'failed', details: { factor: 'password' } });
  tx.afterCommit(() => {
    throw wrong('This is not your password.');
  });
  return false;
});
