import { get, type Route } from '#server/platform/index.ts';
import { DraftPath, Known } from './known.contract.ts';
import { listKnown } from './list-known.action.ts';

export const routes: readonly Route[] = [
  get('/drafts/:draftId/known', { may: 'chart.read', params: DraftPath, reply: Known, summary: 'What the chart knows that a note may take up' }, listKnown),
];
