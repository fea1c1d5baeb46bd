import { get, post } from '#server/platform/index.ts';
import { SignInState } from '../sign-in/sign-in.contract.ts';
import { readSetUp, runFirst } from './first-run.action.ts';
import { FirstRun, SetUpState } from './set-up.contract.ts';

export const routes = [
  get('/set-up', { may: 'public', reply: SetUpState, summary: 'Whether the organisation is still to be made' }, readSetUp),
  post(
    '/set-up',
    { may: 'public', body: FirstRun, reply: SignInState, rateLimit: 10, summary: 'Make the organisation, its sites and the first administrator; once only' },
    runFirst,
  ),
];
