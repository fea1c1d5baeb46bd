import { action } from '#server/platform/index.ts';
import { newestTemplates } from './templates.store.ts';

/** Templates from which a note can be begun. */
export const listTemplates = action('template.list', async (tx) => ({ items: await newestTemplates(tx) }), { audit: 'touched' });
