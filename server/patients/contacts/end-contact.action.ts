import { action } from '#server/platform/index.ts';
import { lockContact, updateContact } from './contacts.store.ts';

/** Ends a contact; it stays readable as history. Ending twice changes nothing. */
export const endContact = action('patient.end-contact', async (tx, { contactId }: { contactId: string }) => {
  const row = await lockContact(tx, contactId);
  if (row.endedAt === null) await updateContact(tx, contactId, { endedAt: tx.now });
  tx.touch({ kind: 'contact', id: contactId, patientId: row.patientId, fields: ['endedAt'] });
});
