import { action } from '#server/platform/index.ts';
import { partiesOf } from '../parties/parties.store.ts';
import { restrictionsOfPerson } from './restrictions.store.ts';

/** What a patient asked the actor's programs not to use or tell, with our answers. */
export const listRestrictions = action('restriction.list', async (tx, { patientId }: { patientId: string }) => {
  const kept = await restrictionsOfPerson(tx, patientId);
  const parties = new Map((await partiesOf(tx, [...new Set(kept.flatMap(({ partyIds }) => partyIds ?? []))])).map(({ id, name }) => [id, name]));
  tx.touch({ kind: 'restriction', patientId });
  return {
    items: kept.map(({ partyIds, purposes, classes, ...line }) => ({
      ...line,
      purposes: [...purposes],
      classes: classes && [...classes],
      parties: partyIds?.map((id) => parties.get(id) ?? 'Somebody who is no longer listed') ?? null,
    })),
  };
});
