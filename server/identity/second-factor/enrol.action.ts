import { action, Answer, NotSignedIn, refuseIf, Refused, type Tx } from '#server/platform/index.ts';
import { checkCode, drawAuthenticator, drawRecoveryCodes } from '../accounts/better-auth.store.ts';
import { factorsOf, personById, spendCode, type Person } from '../accounts/people.store.ts';
import { describeSession, gaveSecondFactor } from '../sessions/sessions.store.ts';
import { isLockedOut } from '../sign-in/admission.action.ts';
import { recordAttempt } from '../sign-in/attempts.store.ts';
import { obstaclesToEnrolment } from './enrolment.rules.ts';

const wrongPassword = () => new Refused('password.wrong', { code: 'password.wrong', says: 'This is not your password.', at: 'password' });

async function self(tx: Tx): Promise<Person> {
  const person = await personById(tx, tx.actor.id ?? '');
  if (!person) throw new NotSignedIn();
  return person;
}

async function refuseIfGuarded(tx: Tx, person: Person): Promise<void> {
  const isComplete = await gaveSecondFactor(tx, tx.actor.sessionId ?? person.id);
  refuseIf(obstaclesToEnrolment(await factorsOf(tx, person.id), !isComplete), 409);
}

/** First half: draws the secret and the recovery codes. They count once a code has confirmed them. */
export const enrolSecondFactor = action(
  'second-factor.enrol',
  async (tx, { password }: { password: string }) => {
    const person = await self(tx);
    await refuseIfGuarded(tx, person);
    const drawn = await drawAuthenticator(tx, password);
    if (!drawn) throw wrongPassword();
    tx.touch({ kind: 'staff', id: person.id });
    return { uri: drawn.uri, secret: new URL(drawn.uri).searchParams.get('secret') ?? '', recoveryCodes: drawn.recoveryCodes };
  },
  { purpose: 'SYSADMIN' },
);

/** Second half: a code proves that the app has the secret. The session is renewed and reaches everything from now on. */
export const confirmSecondFactor = action(
  'second-factor.confirm',
  async (tx, { code }: { code: string }) => {
    const person = await self(tx);
    const tried = { email: person.email, staffId: person.id, factor: 'authenticator' } as const;
    await refuseIfGuarded(tx, person);
    if (await isLockedOut(tx, tried)) return undefined as never;
    const step = await checkCode(tx, code);
    if (step?.token === undefined)
      throw new Refused('second-factor.refused', {
        code: 'second-factor.refused',
        says: 'This code is not right. Wait for the next one and check the clock of your phone.',
        at: 'code',
      });
    await spendCode(tx, person.id, code);
    await describeSession(tx, step.token, true);
    await recordAttempt(tx, person.email, 'authenticator', 'accepted');
    tx.touch({ kind: 'staff', id: person.id, fields: ['second-factor'] });
    return new Answer({ state: 'signed-in' as const }, { cookies: step.cookies });
  },
  { purpose: 'SYSADMIN' },
);

/** New recovery codes in place of the old. */
export const renewRecoveryCodes = action(
  'second-factor.recovery-codes',
  async (tx, { password }: { password: string }) => {
    const person = await self(tx);
    const recoveryCodes = await drawRecoveryCodes(tx, password);
    if (!recoveryCodes) throw wrongPassword();
    tx.touch({ kind: 'staff', id: person.id, fields: ['recovery-codes'] });
    return { recoveryCodes };
  },
  { purpose: 'SYSADMIN' },
);
