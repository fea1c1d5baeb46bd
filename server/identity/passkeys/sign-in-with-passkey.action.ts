import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { action, Answer, type Tx } from '#server/platform/index.ts';
import { openSession } from '../accounts/better-auth.store.ts';
import { personById } from '../accounts/people.store.ts';
import { admit, turnAway, type State } from '../sign-in/admission.action.ts';
import { keepChallenge, lockPasskey, notePasskeyUse, takeChallenge, type Passkey } from './passkeys.store.ts';
import { relyingParty } from './register-passkey.action.ts';

interface Given {
  readonly challengeId: string;
  readonly response: Record<string, unknown>;
}

/** A challenge for any passkey that the device knows of this place; it tells nothing of who has one. */
export const challengePasskey = action(
  'passkey.challenge',
  async (tx, _nothing: object) => {
    const options = await generateAuthenticationOptions({ rpID: relyingParty(tx).id, userVerification: 'required' });
    return { challengeId: await keepChallenge(tx, options.challenge, null), options: { ...options } };
  },
  { audit: 'touched' },
);

/** The counter that the device has reached; undefined when its answer does not hold. */
async function checkedCounter(tx: Tx, { challengeId, response }: Given, passkey: Passkey | undefined): Promise<number | undefined> {
  const challenge = await takeChallenge(tx, challengeId, null);
  if (challenge === undefined || !passkey) return undefined;
  const { id, origin } = relyingParty(tx);
  const checked = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => undefined);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : undefined;
}

/** Signs in with a passkey: possession of the device and its check of the person are both factors at once. */
export const signInWithPasskey = action(
  'session.sign-in',
  async (tx, given: Given): Promise<Answer<{ state: State }>> => {
    const credentialId = typeof given.response['id'] === 'string' ? given.response['id'] : '';
    const passkey = await lockPasskey(tx, credentialId);
    const counter = await checkedCounter(tx, given, passkey);
    const person = passkey && (await personById(tx, passkey.staffId));
    if (counter === undefined || !passkey || !person?.active) return turnAway(tx, { email: person?.email ?? '', staffId: passkey?.staffId, factor: 'passkey' });
    await notePasskeyUse(tx, passkey.id, counter);
    const { token, cookie } = await openSession(tx, person.id);
    const state = await admit(tx, person, { token, factor: 'passkey', isComplete: true });
    return new Answer({ state }, { cookies: [cookie] });
  },
  { purpose: 'SYSADMIN' },
);
