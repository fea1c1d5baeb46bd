import { get, put, type Route } from '#server/platform/index.ts';
import { showThread, workOn } from './thread.action.ts';
import { DraftPath, Thread, WorkOn } from './thread.contract.ts';

export const routes: readonly Route[] = [
  get('/drafts/:draftId/objectives', { may: 'chart.read', params: DraftPath, reply: Thread, summary: 'Objectives that a note may point at' }, showThread),
  put(
    '/drafts/:draftId/objectives',
    { may: 'chart.write', params: DraftPath, body: WorkOn, reply: Thread, summary: 'Point a note at the objectives it works on' },
    workOn,
  ),
];
