import { action } from '#server/platform/index.ts';
import { addressOf } from '../demographics/person.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { guarantorsOf } from './coverage.store.ts';

/** Those who answer for what a person owes; nobody listed means the person does. */
export const listGuarantors = action('guarantor.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const rows = await guarantorsOf(tx, recordIds);
  tx.touch({ kind: 'guarantor', patientId: personId });
  return { items: rows.map((row) => ({ ...row, address: addressOf(row) })) };
});
