import { get, post, type Route } from '#server/platform/index.ts';
import { handOver, listHandedToMe, readHandOver, undoHandOver } from './hand-over.action.ts';
import { HandedToMe, HandOver, HandOverPath, ReadPath } from './hand-overs.contract.ts';

const may = 'team.write';

export const routes: readonly Route[] = [
  get('/hand-overs/to-me', { may, reply: HandedToMe, summary: 'People handed to me, with what I need to know' }, listHandedToMe),
  post('/hand-overs', { may, body: HandOver, summary: 'Give people from one colleague to another' }, handOver),
  post('/hand-overs/:handOverId/undoing', { may, params: HandOverPath, summary: 'Take a hand-over back' }, undoHandOver),
  post('/hand-overs/:handOverId/people/:patientId/reading', { may, params: ReadPath, summary: 'I have read what was handed to me' }, readHandOver),
];
