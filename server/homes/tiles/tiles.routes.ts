import { get, type Route } from '#server/platform/index.ts';
import { listRows, showHome } from './show-home.action.ts';
import { Home, RowsQuery, TilePath, TileRows } from './tiles.contract.ts';

export const routes: readonly Route[] = [
  get('/home', { may: 'signed-in', reply: Home, summary: 'What needs me now, today and this week, in numbers' }, showHome),
  get('/home/tiles/:code', { may: 'signed-in', params: TilePath, query: RowsQuery, reply: TileRows, summary: 'The rows behind a number' }, listRows),
];
