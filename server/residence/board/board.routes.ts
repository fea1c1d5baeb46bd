import { get, type Route } from '#server/platform/index.ts';
import { Board } from './board.contract.ts';
import { readBoard } from './read-board.action.ts';

export const routes: readonly Route[] = [get('/residence/board', { may: 'residence.read', reply: Board, summary: 'The bed board' }, readBoard)];
