import { post } from '#server/platform/index.ts';
import { changePassword, choosePassword, readLink } from './choose-password.action.ts';
import { ChangePassword, ChoosePassword, LinkOwner, OneTimeLink } from './passwords.contract.ts';

export const routes = [
  post('/auth/links', { may: 'public', body: OneTimeLink, reply: LinkOwner, rateLimit: 30, summary: 'For whom a mailed link is' }, readLink),
  post('/auth/password', { may: 'public', body: ChoosePassword, rateLimit: 30, summary: 'Choose a password with a mailed link' }, choosePassword),
  post('/me/password', { may: 'signed-in', body: ChangePassword, rateLimit: 30, summary: 'Change the own password' }, changePassword),
];
