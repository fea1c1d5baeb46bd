import { action, Invalid, type Tx } from '#server/platform/index.ts';
import { judgePlacement } from './place-person.action.ts';
import type { PlacementObstacle } from './placement.rules.ts';
import type { FitQuery } from './residencies.contract.ts';
import { heldBed, lockLodger, openEpisode } from './residencies.store.ts';

async function personOf(tx: Tx, { residencyId, episodeId }: FitQuery): Promise<{ patientId: string; programId: string; episodeId: string }> {
  if (residencyId !== undefined) return lockLodger(tx, residencyId);
  if (episodeId === undefined) throw new Invalid([{ at: 'residencyId', says: 'Say for whom: a residency or an episode.' }]);
  const { patientId, programId } = await openEpisode(tx, episodeId);
  return { patientId, programId, episodeId };
}

/** In a swap the other one takes the bed given up. */
async function obstaclesInReturn(tx: Tx, { residencyId, withResidencyId }: FitQuery, leaving: readonly string[]): Promise<readonly PlacementObstacle[]> {
  if (residencyId === undefined || withResidencyId === undefined) return [];
  const givenUp = await heldBed(tx, residencyId);
  if (!givenUp) return [];
  const { patientId, programId, episodeId } = await lockLodger(tx, withResidencyId);
  const { obstacles } = await judgePlacement(tx, { patientId, programId, episodeId, bedId: givenUp.bedId, at: tx.now, leaving });
  tx.touch({ kind: 'residency', id: withResidencyId, patientId, programId });
  return obstacles;
}

/** What would stand against this bed for this person now, before anybody decides. */
export const judgeFit = action('residence.judge-fit', async (tx, query: FitQuery) => {
  const leaving = [query.residencyId, query.withResidencyId].flatMap((each) => each ?? []);
  // In the order in which a swap locks them.
  for (const each of leaving.toSorted()) await lockLodger(tx, each);
  const person = await personOf(tx, query);
  const { obstacles } = await judgePlacement(tx, { ...person, bedId: query.bedId, at: tx.now, leaving });
  const inReturn = await obstaclesInReturn(tx, query, leaving);
  tx.touch({ kind: 'residency', id: query.residencyId, patientId: person.patientId, programId: person.programId });
  return { obstacles: [...obstacles, ...inReturn.filter(({ says }) => obstacles.every((one) => one.says !== says))] };
});
