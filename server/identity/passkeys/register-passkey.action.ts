import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { action, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { factorsOf, personById } from '../accounts/people.store.ts';
import { gaveSecondFactor, markSecondFactor } from '../sessions/sessions.store.ts';
import { insertPasskey, keepChallenge, passkeysOf, removePasskey, takeChallenge } from './passkeys.store.ts';
import { obstaclesToPasskey } from './passkey.rules.ts';

/** The name of the relying party: the host that people see in the address bar. */
export function relyingParty(tx: Tx): { id: string; origin: string } {
  const { hostname, origin } = new URL(tx.config.publicUrl);
  return { id: hostname, origin };
}

async function refuseIfGuarded(tx: Tx, staffId: string): Promise<void> {
  const isComplete = await gaveSecondFactor(tx, tx.actor.sessionId ?? staffId);
  refuseIf(obstaclesToPasskey(await factorsOf(tx, staffId), !isComplete), 409);
}

/** First half: a challenge for the browser. */
export const offerPasskey = action(
  'passkey.offer',
  async (tx, _nothing: object) => {
    const person = await personById(tx, tx.actor.id ?? '');
    if (!person) throw new NotFound('Staff');
    await refuseIfGuarded(tx, person.id);
    const existing = await passkeysOf(tx, person.id);
    const options = await generateRegistrationOptions({
      rpName: 'Mooring',
      rpID: relyingParty(tx).id,
      userName: person.email,
      userDisplayName: person.displayName,
      userID: new TextEncoder().encode(person.id),
      attestationType: 'none',
      excludeCredentials: existing.map(({ credentialId }) => ({ id: credentialId })),
      // The device checks who holds it, so that a passkey is two factors: NIST SP 800-63B-4 section 3.1.7.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { challengeId: await keepChallenge(tx, options.challenge, person.id), options: { ...options } };
  },
  { purpose: 'SYSADMIN', audit: 'touched' },
);

/** Second half: keeps the passkey that answered. A sign-in that still owed its second factor has it now. */
export const registerPasskey = action(
  'passkey.register',
  async (tx, { challengeId, name, response }: { challengeId: string; name: string; response: Record<string, unknown> }): Promise<void> => {
    const staffId = tx.actor.id ?? '';
    await refuseIfGuarded(tx, staffId);
    const challenge = await takeChallenge(tx, challengeId, staffId);
    const { id, origin } = relyingParty(tx);
    const checked =
      challenge === undefined
        ? undefined
        : await verifyRegistrationResponse({
            response: response as unknown as RegistrationResponseJSON,
            expectedChallenge: challenge,
            expectedOrigin: origin,
            expectedRPID: id,
            requireUserVerification: true,
          }).catch(() => undefined);
    if (!checked?.verified) throw new Refused('passkey.refused', { code: 'passkey.refused', says: 'The device did not answer as expected. Try again.' });
    const { credential } = checked.registrationInfo;
    await insertPasskey(tx, {
      staffId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      name,
    });
    if (tx.actor.sessionId !== null) await markSecondFactor(tx, tx.actor.sessionId);
    tx.touch({ kind: 'staff', id: staffId, fields: ['passkey'] });
  },
  { purpose: 'SYSADMIN' },
);

/** The own passkeys. */
export const listPasskeys = action('passkey.list', async (tx, _nothing: object) => ({ items: await passkeysOf(tx, tx.actor.id ?? '') }), {
  purpose: 'SYSADMIN',
  audit: 'touched',
});

/** Removes one of the own passkeys. */
export const forgetPasskey = action(
  'passkey.remove',
  async (tx, { passkeyId }: { passkeyId: string }): Promise<void> => {
    const staffId = tx.actor.id ?? '';
    if (!(await removePasskey(tx, staffId, passkeyId))) throw new NotFound('Passkey');
    tx.touch({ kind: 'staff', id: staffId, fields: ['passkey'] });
  },
  { purpose: 'SYSADMIN' },
);
