import { action, refuseIf } from '#server/platform/index.ts';
import { obstaclesToEnding } from './restricting.rules.ts';
import type { RestrictionEnd } from './restriction.ts';
import { answererOf, keepEnd, lockRestriction } from './restrictions.store.ts';

/** Ends a restriction: by the patient for all records, by our notice for those made afterwards (45 CFR 164.522(a)(2)). */
export const endRestriction = action('restriction.end', async (tx, { restrictionId, ...end }: RestrictionEnd & { restrictionId: string }): Promise<void> => {
  const restriction = await lockRestriction(tx, restrictionId);
  const { patientId, programId } = restriction;
  refuseIf(obstaclesToEnding(restriction, end, await answererOf(tx)));
  await keepEnd(tx, restrictionId, end);
  tx.touch({ kind: 'restriction', id: restrictionId, patientId, programId, details: { by: end.by, how: end.how } });
});
