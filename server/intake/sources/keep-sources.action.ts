import { action, Refused } from '#server/platform/index.ts';
import type { KeepSource } from './sources.contract.ts';
import { isNameTaken, sourcesWithFigures, writeSource } from './sources.store.ts';

/** Who sends people, with how many became admissions. */
export const listSources = action('source.list', async (tx) => ({ items: await sourcesWithFigures(tx) }), { audit: 'touched' });

/** Adds a source, or changes what is told of it. */
export const keepSource = action('source.keep', async (tx, { sourceId, ...to }: KeepSource & { sourceId: string }): Promise<void> => {
  if (await isNameTaken(tx, to.name, sourceId))
    throw new Refused('source.name-taken', { code: 'source.name-taken', says: `${to.name} is on the list already. Choose that one.`, at: 'name' }, 409);
  await writeSource(tx, sourceId, to);
  tx.touch({ kind: 'source', id: sourceId });
});
