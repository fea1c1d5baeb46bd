import type { z } from 'zod';
import { action, newId, refuseIf } from '#server/platform/index.ts';
import { addressColumns } from '../demographics/person.rules.ts';
import { person } from '../demographics/patients.store.ts';
import { obstaclesToContact } from './channels.rules.ts';
import type { NewContact } from './contacts.contract.ts';
import { insertContact } from './contacts.store.ts';

/** Adds someone around a patient. */
export const addContact = action('patient.add-contact', async (tx, { patientId, address, ...said }: z.output<typeof NewContact> & { patientId: string }) => {
  refuseIf(obstaclesToContact(said));
  const { id: personId } = await person(tx, patientId);
  const { name, kind, relationship, mayContact, mayLeaveMessage, mayDiscussCare } = said;
  const id = newId<'Contact'>();
  await insertContact(tx, {
    ...addressColumns(address),
    id,
    patientId: personId,
    name,
    kind,
    relationship,
    mayContact,
    mayLeaveMessage,
    mayDiscussCare,
    phone: said.phone ?? null,
    email: said.email ?? null,
    note: said.note ?? null,
    createdAt: tx.now,
  });
  tx.touch({ kind: 'contact', id, patientId: personId });
  return { id };
});
