import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { fieldsSent } from '../demographics/columns.rules.ts';
import { addressColumns } from '../demographics/person.rules.ts';
import { obstaclesToContact } from './channels.rules.ts';
import type { ContactChanges } from './contacts.contract.ts';
import { lockContact, updateContact } from './contacts.store.ts';

type Changes = z.output<typeof ContactChanges>;

function columnsOf({ address, ...changes }: Changes) {
  const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...sent, ...(address === undefined ? {} : addressColumns(address)) };
}

/** Changes a contact: only the fields sent. */
export const changeContact = action('patient.change-contact', async (tx, { contactId, ...changes }: Changes & { contactId: string }) => {
  const before = await lockContact(tx, contactId);
  const columns = columnsOf(changes);
  refuseIf(obstaclesToContact({ ...before, ...columns }));
  if (Object.keys(columns).length > 0) await updateContact(tx, contactId, columns);
  tx.touch({ kind: 'contact', id: contactId, patientId: before.patientId, fields: fieldsSent(changes) });
});
