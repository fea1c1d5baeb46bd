import { get, post, type Route } from '#server/platform/index.ts';
import { SignatureQueue, SignedMany, SignMany } from './queue.contract.ts';
import { showQueue } from './show-queue.action.ts';
import { signMany } from './sign-many.action.ts';

export const routes: readonly Route[] = [
  get('/signature-queue', { may: 'note.sign', reply: SignatureQueue, summary: 'What waits for my signature' }, showQueue),
  post('/signature-ceremonies', { may: 'note.sign', body: SignMany, reply: SignedMany, rateLimit: 20, summary: 'Sign and co-sign what was read, all or none' }, signMany),
];
