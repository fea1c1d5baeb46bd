import { get, post } from '#server/platform/index.ts';
import { listPersonas, signInAsPersona } from './demo.action.ts';
import { giveRecoveryCode, giveSecondFactor, signIn } from './sign-in.action.ts';
import { DemoSignIn, Personas, RecoveryCode, SecondFactorCode, SignIn, SignInState } from './sign-in.contract.ts';

export const routes = [
  post('/auth/sign-in', { may: 'public', body: SignIn, reply: SignInState, summary: 'Sign in with address and password' }, signIn),
  post(
    '/auth/second-factor',
    { may: 'public', body: SecondFactorCode, reply: SignInState, summary: 'Finish a sign-in with a code of the authenticator app' },
    giveSecondFactor,
  ),
  post('/auth/recovery-code', { may: 'public', body: RecoveryCode, reply: SignInState, summary: 'Finish a sign-in with a recovery code' }, giveRecoveryCode),
  get('/demo/personas', { may: 'public', reply: Personas, summary: 'People to sign in as; demo mode only' }, listPersonas),
  post('/demo/sign-in', { may: 'public', body: DemoSignIn, reply: SignInState, summary: 'Sign in as a persona; demo mode only' }, signInAsPersona),
];
