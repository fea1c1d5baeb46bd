import { action } from '#server/platform/index.ts';
import { lockLodger } from '../residencies/residencies.store.ts';
import { dueAt, isMissed } from './due.rules.ts';
import { roundContent } from './round.ts';
import type { KeepWatch } from './rounds.contract.ts';
import { openWatches, writeWatch } from './rounds.store.ts';

/** Says how often somebody is to be seen; null ends it. */
export const keepWatch = action('residence.keep-watch', async (tx, { residencyId, intervalMinutes, reason }: KeepWatch & { residencyId: string }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  await writeWatch(tx, lodger, intervalMinutes, reason);
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['watch'] });
});

/** Who is to be seen, who is late, and what a round may say of them. */
export const listWatches = action('residence.list-watches', async (tx, { unitId }: { unitId?: string | undefined }) => {
  const watches = await openWatches(tx, unitId);
  tx.touch({ kind: 'watch', patientId: [...new Set(watches.map(({ patientId }) => patientId))] });
  const items = watches.map((watch) => ({ ...watch, dueAt: dueAt(watch), isMissed: isMissed(watch, tx.now) }));
  return { items, statuses: [...roundContent.statuses] };
});
