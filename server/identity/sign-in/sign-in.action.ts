import { action, Answer, NotSignedIn, type Tx } from '#server/platform/index.ts';
import { checkCode, checkPassword, checkRecoveryCode, type Step } from '../accounts/better-auth.store.ts';
import { personAwaitingSecondFactor, personByEmail, spendCode, wasSpent, type Person } from '../accounts/people.store.ts';
import { cookieValue, secondFactorCookieName } from '../accounts/session-cookie.ts';
import { admit, isLockedOut, turnAway, type State } from './admission.action.ts';
import type { Factor } from './attempts.store.ts';

type Answered = Answer<{ state: State }>;

/** First step: address and password. */
export const signIn = action(
  'session.sign-in',
  async (tx, { email, password }: { email: string; password: string }): Promise<Answered> => {
    const person = await personByEmail(tx, email);
    const tried = { email, staffId: person?.id, factor: 'password' } as const;
    if (await isLockedOut(tx, tried)) return undefined as never;
    const step = await checkPassword(tx, email, password);
    if (!step || !person?.active) return turnAway(tx, tried);
    if (step.token === undefined) {
      tx.touch({ kind: 'staff', id: person.id, details: { factor: 'password' } });
      return new Answer({ state: 'second-factor' }, { cookies: step.cookies });
    }
    const state = await admit(tx, person, { token: step.token, factor: 'password', isComplete: false });
    return new Answer({ state }, { cookies: step.cookies });
  },
  { purpose: 'SYSADMIN' },
);

async function awaited(tx: Tx): Promise<Person> {
  const identifier = cookieValue(tx.origin.headers['cookie'], secondFactorCookieName);
  const person = identifier === undefined ? undefined : await personAwaitingSecondFactor(tx, decodeURIComponent(identifier));
  if (!person?.active) throw new NotSignedIn('second-factor.expired', 'This sign-in has waited too long. Start again with your password.');
  return person;
}

async function secondStep(tx: Tx, factor: Factor, check: (person: Person) => Promise<Step | undefined>): Promise<Answered> {
  const person = await awaited(tx);
  const tried = { email: person.email, staffId: person.id, factor };
  if (await isLockedOut(tx, tried)) return undefined as never;
  const step = await check(person);
  if (step?.token === undefined) return turnAway(tx, tried);
  const state = await admit(tx, person, { token: step.token, factor, isComplete: true });
  return new Answer({ state }, { cookies: step.cookies });
}

/** Second step: a code of the authenticator app. */
export const giveSecondFactor = action(
  'session.second-factor',
  (tx, { code }: { code: string }) =>
    secondStep(tx, 'authenticator', async (person) => {
      if (await wasSpent(tx, person.id, code)) return undefined;
      const step = await checkCode(tx, code);
      if (step) await spendCode(tx, person.id, code);
      return step;
    }),
  { purpose: 'SYSADMIN' },
);

/** Second step without the app: one of the recovery codes, each of which works once. */
export const giveRecoveryCode = action('session.recovery-code', (tx, { code }: { code: string }) => secondStep(tx, 'recovery-code', () => checkRecoveryCode(tx, code)), {
  purpose: 'SYSADMIN',
});
