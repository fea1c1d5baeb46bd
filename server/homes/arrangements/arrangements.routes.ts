import { put, type Route } from '#server/platform/index.ts';
import { arrangeHome } from './arrange-home.action.ts';
import { Arrangement } from './arrangements.contract.ts';

export const routes: readonly Route[] = [
  put('/home/arrangement', { may: 'signed-in', body: Arrangement, summary: 'Hide tiles of my home page, and put others first' }, arrangeHome),
];
