import { action } from '#server/platform/index.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { mergesOf } from './merge.store.ts';

/** Merges of a person's records, undone ones too. */
export const listMerges = action('patient.list-merges', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const items = await mergesOf(tx, recordIds);
  tx.touch({ kind: 'merge', patientId: personId });
  return { items };
});
