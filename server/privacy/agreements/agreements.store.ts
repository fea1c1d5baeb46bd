import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { Agreement, Integration } from './agreement.ts';

interface AgreementTables {
  'privacy.agreement': Agreement & { recordedAt: Temporal.Instant; recordedBy: string | null };
  'privacy.party': { id: string; name: string };
}

const columns = ['id', 'partyId', 'kind', 'integration', 'scope', 'purposes', 'classes', 'validFrom', 'validTo', 'fileId'] as const;
const tables = (tx: Tx) => within<AgreementTables>(tx);

/** Every agreement with its party, the newest first. */
export function allAgreements(tx: Tx): Promise<(Agreement & { partyName: string })[]> {
  return tables(tx)
    .selectFrom('privacy.agreement as agreement')
    .innerJoin('privacy.party as party', 'party.id', 'agreement.partyId')
    .select(columns.map((column) => `agreement.${column}` as const))
    .select('party.name as partyName')
    .orderBy('agreement.validFrom', 'desc')
    .orderBy('agreement.id')
    .execute();
}

/** Agreements with a party, the newest first. */
export function agreementsWith(tx: Tx, partyId: string): Promise<Agreement[]> {
  return tables(tx).selectFrom('privacy.agreement').select(columns).where('partyId', '=', partyId).orderBy('validFrom', 'desc').execute();
}

/** Agreements under which an integration runs. */
export function agreementsFor(tx: Tx, integration: Integration): Promise<Agreement[]> {
  return tables(tx).selectFrom('privacy.agreement').select(columns).where('integration', '=', integration).execute();
}

/** Adds an agreement. */
export async function insertAgreement(tx: Tx, agreement: Agreement): Promise<void> {
  await tables(tx)
    .insertInto('privacy.agreement')
    .values({ ...agreement, recordedAt: tx.now, recordedBy: tx.actor.id })
    .execute();
}

/** Sets the last day of an agreement, or its file; false when there is none. */
export async function updateAgreement(tx: Tx, id: string, change: { validTo?: Temporal.PlainDate; fileId?: string }): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('privacy.agreement').set(change).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The day it is for the organisation. */
export async function organisationToday(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
}
