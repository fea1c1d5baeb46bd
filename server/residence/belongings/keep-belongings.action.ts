import { action, type Tx } from '#server/platform/index.ts';
import { lockLodger } from '../residencies/residencies.store.ts';
import type { ReceiveBelongings, ReturnBelongings } from './belongings.contract.ts';
import { belongingsOf, insertBelongings, returnBelongings } from './belongings.store.ts';

async function shown(tx: Tx, residencyId: string) {
  const rows = await belongingsOf(tx, residencyId);
  tx.touch({ kind: 'belongings', patientId: [...new Set(rows.map(({ patientId }) => patientId))] });
  return { items: rows.map(({ patientId: _patient, ...item }) => item) };
}

/** What is kept for somebody; also after they left, until it was given back. */
export const listBelongings = action('residence.list-belongings', (tx, { residencyId }: { residencyId: string }) => shown(tx, residencyId));

/** Takes things into keeping, on a list that the person signed. */
export const receiveBelongings = action('residence.receive-belongings', async (tx, { residencyId, ...list }: ReceiveBelongings & { residencyId: string }) => {
  const lodger = await lockLodger(tx, residencyId);
  await insertBelongings(tx, lodger, list);
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['belongings'] });
  return shown(tx, residencyId);
});

/** Gives things back against a signature. */
export const giveBackBelongings = action('residence.return-belongings', async (tx, { residencyId, ids, signature }: ReturnBelongings & { residencyId: string }) => {
  await returnBelongings(tx, residencyId, ids, signature);
  return shown(tx, residencyId);
});
