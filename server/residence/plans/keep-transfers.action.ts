import { action, Refused } from '#server/platform/index.ts';
import { bedFacts } from '../places/places.store.ts';
import { lockLodger } from '../residencies/residencies.store.ts';
import type { PlanTransfer } from './plans.contract.ts';
import { insertTransfer, settleTransfer } from './transfers.store.ts';

/** Plans a move. The bed may still be somebody's: it is asked for again when the move is made. */
export const planTransfer = action(
  'residence.plan-transfer',
  async (tx, { residencyId, bedId, plannedFor, reason }: PlanTransfer & { residencyId: string }): Promise<void> => {
    const lodger = await lockLodger(tx, residencyId);
    const bed = await bedFacts(tx, bedId);
    if (bed.programId !== lodger.programId)
      throw new Refused('bed.other-program', { code: 'bed.other-program', says: `${bed.unitName} lodges people of another program.`, at: 'bedId' }, 409);
    await insertTransfer(tx, lodger, { bedId, plannedFor: plannedFor ?? null, reason });
    tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['transfer'] });
  },
);

/** Calls a planned move off. */
export const cancelTransfer = action('residence.cancel-transfer', async (tx, { residencyId }: { residencyId: string }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  await settleTransfer(tx, { residencyId }, 'cancelled');
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['transfer'] });
});
