import { get, post, type Route } from '#server/platform/index.ts';
import { DraftPath, Obstacles } from '../drafts/drafts.contract.ts';
import { NoteReply, SignDraft } from '../notes/notes.contract.ts';
import { listObstacles, signDraft } from './sign-draft.action.ts';

export const routes: readonly Route[] = [
  get('/drafts/:draftId/obstacles', { may: 'chart.read', params: DraftPath, reply: Obstacles, summary: 'What still stands before the signature' }, listObstacles),
  post('/drafts/:draftId/signature', { may: 'note.sign', params: DraftPath, body: SignDraft, reply: NoteReply, summary: 'Sign and seal' }, signDraft),
];
