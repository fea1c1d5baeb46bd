import { action, Invalid, type Tx } from '#server/platform/index.ts';
import { judgePlacement } from './place-person.action.ts';
import type { FitQuery } from './residencies.contract.ts';
import { lockLodger, openEpisode } from './residencies.store.ts';

async function personOf(tx: Tx, { residencyId, episodeId }: FitQuery): Promise<{ patientId: string; programId: string; episodeId: string }> {
  if (residencyId !== undefined) return lockLodger(tx, residencyId);
  if (episodeId === undefined) throw new Invalid([{ at: 'residencyId', says: 'Say for whom: a residency or an episode.' }]);
  const { patientId, programId } = await openEpisode(tx, episodeId);
  return { patientId, programId, episodeId };
}

/** What would stand against this bed for this person now, before anybody decides. */
export const judgeFit = action('residence.judge-fit', async (tx, query: FitQuery) => {
  const person = await personOf(tx, query);
  const leaving = [query.residencyId, query.withResidencyId].flatMap((each) => each ?? []);
  const { obstacles } = await judgePlacement(tx, { ...person, bedId: query.bedId, at: tx.now, leaving });
  tx.touch({ kind: 'residency', id: query.residencyId, patientId: person.patientId, programId: person.programId });
  return { obstacles: [...obstacles] };
});
