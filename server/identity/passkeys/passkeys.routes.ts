import { del, get, post } from '#server/platform/index.ts';
import { SignInState } from '../sign-in/sign-in.contract.ts';
import { NewPasskey, PasskeyChallenge, PasskeyList, PasskeyParams, PasskeySignIn } from './passkeys.contract.ts';
import { forgetPasskey, listPasskeys, offerPasskey, registerPasskey } from './register-passkey.action.ts';
import { challengePasskey, signInWithPasskey } from './sign-in-with-passkey.action.ts';

export const routes = [
  post('/auth/passkey/options', { may: 'public', reply: PasskeyChallenge, rateLimit: 60, summary: 'A challenge to sign in with a passkey' }, challengePasskey),
  post('/auth/passkey', { may: 'public', body: PasskeySignIn, reply: SignInState, rateLimit: 60, summary: 'Sign in with a passkey' }, signInWithPasskey),
  get('/me/passkeys', { may: 'signed-in', reply: PasskeyList, summary: 'The own passkeys' }, listPasskeys),
  post(
    '/me/passkeys/options',
    { may: 'signed-in', beforeSecondFactor: true, reply: PasskeyChallenge, rateLimit: 60, summary: 'A challenge to register a passkey' },
    offerPasskey,
  ),
  post('/me/passkeys', { may: 'signed-in', beforeSecondFactor: true, body: NewPasskey, rateLimit: 60, summary: 'Register the passkey that answered' }, registerPasskey),
  del('/me/passkeys/:passkeyId', { may: 'signed-in', params: PasskeyParams, summary: 'Remove one of the own passkeys' }, forgetPasskey),
];
