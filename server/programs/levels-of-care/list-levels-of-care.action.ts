import { action } from '#server/platform/index.ts';
import { levelsOfCare } from './level-of-care.ts';

/** The levels of care that a program may have. */
export const listLevelsOfCare = action('level-of-care.list', () => Promise.resolve({ items: levelsOfCare }), { audit: 'touched' });
