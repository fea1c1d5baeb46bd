import { action } from '#server/platform/index.ts';
import { addressOf } from '../demographics/person.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { contactsOf } from './contacts.store.ts';

/** The people around a patient and what each may be told. */
export const listContacts = action('patient.list-contacts', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const rows = await contactsOf(tx, recordIds);
  tx.touch({ kind: 'contact', patientId: personId });
  return { items: rows.map((row) => ({ ...row, address: addressOf(row) })) };
});
