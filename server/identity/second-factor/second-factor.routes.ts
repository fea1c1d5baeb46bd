import { post } from '#server/platform/index.ts';
import { SecondFactorCode, SignInState } from '../sign-in/sign-in.contract.ts';
import { confirmSecondFactor, enrolSecondFactor, renewRecoveryCodes } from './enrol.action.ts';
import { Enrolment, RecoveryCodes, WithPassword } from './second-factor.contract.ts';

export const routes = [
  post(
    '/auth/second-factor/enrolment',
    { may: 'signed-in', beforeSecondFactor: true, body: WithPassword, reply: Enrolment, rateLimit: 30, summary: 'Draw the secret of an authenticator app' },
    enrolSecondFactor,
  ),
  post(
    '/auth/second-factor/confirmation',
    { may: 'signed-in', beforeSecondFactor: true, body: SecondFactorCode, reply: SignInState, rateLimit: 30, summary: 'Confirm the authenticator app with a code' },
    confirmSecondFactor,
  ),
  post(
    '/auth/recovery-codes',
    { may: 'signed-in', body: WithPassword, reply: RecoveryCodes, rateLimit: 30, summary: 'New recovery codes in place of the old' },
    renewRecoveryCodes,
  ),
];
