import { NotSignedIn, type Tx } from '#server/platform/index.ts';
import { factorsOf, type Factors, type Person } from '../accounts/people.store.ts';
import { describeSession } from '../sessions/sessions.store.ts';
import { historyOf, queueUp, recordAttempt, type Factor } from './attempts.store.ts';
import { lockedUntil } from './lockout.rules.ts';

/** How far a sign-in has come. */
export type State = 'signed-in' | 'second-factor' | 'enrol-second-factor';

/** Says no to the caller only after the commit, so that the failed try and its audit entry are kept. */
function refuseAfterCommit(tx: Tx, error: Error): void {
  tx.afterCommit(() => {
    throw error;
  });
}

/** What is still owed by a session that gave only a password. A passkey that exists must be used: with a password alone no new factor may take its place. */
export function stateAfterPassword({ isRequired, hasPasskey }: Factors): State {
  if (!isRequired) return 'signed-in';
  return hasPasskey ? 'second-factor' : 'enrol-second-factor';
}

/** Lets in: describes the session, keeps the try, answers how far the sign-in has come. */
export async function admit(tx: Tx, person: Person, { token, factor, isComplete }: { token: string; factor: Factor; isComplete: boolean }): Promise<State> {
  const sessionId = await describeSession(tx, token, isComplete);
  await recordAttempt(tx, person.email, factor, 'accepted');
  tx.touch({ kind: 'staff', id: person.id, details: { factor, session: sessionId ?? '' } });
  return isComplete ? 'signed-in' : stateAfterPassword(await factorsOf(tx, person.id));
}

/** Keeps a failed try and says the same to everybody. */
export async function turnAway(tx: Tx, tried: { email: string; staffId: string | undefined; factor: Factor }): Promise<never> {
  await recordAttempt(tx, tried.email, tried.factor, 'refused');
  tx.touch({ kind: 'staff', id: tried.staffId, outcome: 'failed', details: { factor: tried.factor } });
  const isFirst = tried.factor === 'password' || tried.factor === 'passkey';
  refuseAfterCommit(
    tx,
    isFirst
      ? new NotSignedIn('sign-in.refused', 'This address and password do not fit together.')
      : new NotSignedIn('second-factor.refused', 'This code is not right, or it was used before. Wait for the next one.'),
  );
  return undefined as never;
}

/** Whether the account or the address is locked now; if so the try is kept and refused. Known and unknown addresses are treated alike. */
export async function isLockedOut(tx: Tx, tried: { email: string; staffId: string | undefined; factor: Factor }): Promise<boolean> {
  await queueUp(tx, tried.email);
  const { policy, ofAccount, ofAddress } = await historyOf(tx, tried.email);
  const until = lockedUntil(ofAccount, policy.accountFailures, policy, tx.now) ?? lockedUntil(ofAddress, policy.addressFailures, policy, tx.now);
  if (!until) return false;
  await recordAttempt(tx, tried.email, tried.factor, 'locked');
  tx.touch({ kind: 'staff', id: tried.staffId, outcome: 'denied', details: { factor: tried.factor, locked: true } });
  const minutes = Math.ceil(until.since(tx.now).total('minutes'));
  refuseAfterCommit(tx, new NotSignedIn('sign-in.locked', `Too many failures. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}, or ask an administrator.`));
  return true;
}
