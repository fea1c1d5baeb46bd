import { get } from '#server/platform/index.ts';
import { LevelsOfCare } from './levels-of-care.contract.ts';
import { listLevelsOfCare } from './list-levels-of-care.action.ts';

export const levelsOfCareRoutes = [get('/levels-of-care', { may: 'signed-in', reply: LevelsOfCare, summary: 'Levels of care' }, listLevelsOfCare)];
