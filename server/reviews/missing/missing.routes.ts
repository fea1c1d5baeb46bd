import { get, type Route } from '#server/platform/index.ts';
import { listMissing } from './list-missing.action.ts';
import { MissingList } from './missing.contract.ts';

export const routes: readonly Route[] = [
  get(
    '/missing-documentation',
    { may: 'note.sign', reply: MissingList, summary: 'What should be in charts and is not: of everybody for who reviews charts, else of oneself' },
    listMissing,
  ),
];
