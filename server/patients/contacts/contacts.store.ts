import type { Generated, Insertable, Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { ChannelName } from './contacts.contract.ts';

type ContactKindName = 'emergency' | 'family' | 'legal-guardian' | 'caregiver' | 'professional' | 'other';

interface ContactTables {
  'patients.contact': {
    id: string;
    patientId: string;
    name: string;
    kind: ContactKindName;
    relationship: string;
    phone: string | null;
    email: string | null;
    addressLine1: string | null;
    addressLine2: string | null;
    city: string | null;
    state: string | null;
    zip: string | null;
    mayContact: boolean;
    mayLeaveMessage: boolean;
    mayDiscussCare: boolean;
    note: string | null;
    createdAt: Temporal.Instant;
    endedAt: Generated<Temporal.Instant | null>;
  };
  'patients.communication': {
    patientId: string;
    allowed: ChannelName[];
    preferred: ChannelName | null;
    confidentialLine1: string | null;
    confidentialLine2: string | null;
    confidentialCity: string | null;
    confidentialState: string | null;
    confidentialZip: string | null;
    confidentialPhone: string | null;
    callerName: string | null;
    note: string | null;
    updatedAt: Temporal.Instant;
  };
}

/** How a person asks to be reached, as it lies in the table. */
export type CommunicationRow = ContactTables['patients.communication'];

const contacts = (tx: Tx) => within<ContactTables>(tx);

/** People around a patient, those who no longer are last. */
export function contactsOf(tx: Tx, recordIds: readonly string[]) {
  return contacts(tx)
    .selectFrom('patients.contact')
    .selectAll()
    .where('patientId', 'in', recordIds)
    .orderBy('endedAt', (order) => order.desc().nullsFirst())
    .orderBy('createdAt')
    .execute();
}

/** One contact, locked. Throws NotFound for none and for one out of reach. */
export function lockContact(tx: Tx, contactId: string) {
  return contacts(tx)
    .selectFrom('patients.contact')
    .selectAll()
    .where('id', '=', contactId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Contact'));
}

/** Adds a contact. */
export async function insertContact(tx: Tx, row: Insertable<ContactTables['patients.contact']>): Promise<void> {
  await contacts(tx).insertInto('patients.contact').values(row).execute();
}

/** Changes columns of a contact. */
export async function updateContact(tx: Tx, contactId: string, changes: Updateable<ContactTables['patients.contact']>): Promise<void> {
  await contacts(tx).updateTable('patients.contact').set(changes).where('id', '=', contactId).execute();
}

/** How the person asks to be reached; undefined when never asked. */
export function communicationOf(tx: Tx, personId: string): Promise<CommunicationRow | undefined> {
  return contacts(tx).selectFrom('patients.communication').selectAll().where('patientId', '=', personId).executeTakeFirst();
}

/** Keeps how the person asks to be reached, in place of what was said before. */
export async function keepCommunication(tx: Tx, row: CommunicationRow): Promise<void> {
  const { patientId: _patientId, ...said } = row;
  await contacts(tx)
    .insertInto('patients.communication')
    .values(row)
    .onConflict((conflict) => conflict.column('patientId').doUpdateSet(said))
    .execute();
}
