import { sql, type Generated } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { Party } from './party.ts';

interface PartyTables {
  'privacy.party': Party & { createdAt: Temporal.Instant; createdBy: string | null };
  'privacy.partyTreatment': {
    id: string;
    partyId: string;
    patientId: string;
    programId: string;
    labels: Generated<string[]>;
    verifiedHow: string;
    verifiedAt: Temporal.Instant;
    verifiedBy: string;
    endedAt: Generated<Temporal.Instant | null>;
  };
}

const columns = [
  'id',
  'patientId',
  'name',
  'kind',
  'legalStatus',
  'contact',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'zip',
  'phone',
  'fax',
  'email',
  'licences',
  'active',
] as const;

const tables = (tx: Tx) => within<PartyTables>(tx);

/** Parties in use by name; those known through another patient are left out. */
export function partiesLike(tx: Tx, { q, patientId, kind }: { q?: string | undefined; patientId?: string | undefined; kind?: string | undefined }): Promise<Party[]> {
  let query = tables(tx)
    .selectFrom('privacy.party')
    .select(columns)
    .where((where) => where.or([where('patientId', 'is', null), ...(patientId ? [where('patientId', '=', patientId)] : [])]))
    .orderBy('name')
    .limit(200);
  if (q) query = query.where('name', 'ilike', `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  if (kind) query = query.where('kind', '=', kind as Party['kind']);
  return query.execute();
}

/** One party. Throws `NotFound`. */
export function partyOf(tx: Tx, id: string): Promise<Party> {
  return tables(tx)
    .selectFrom('privacy.party')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('Party'));
}

/** Several parties at once; those that are not there are left out. */
export async function partiesOf(tx: Tx, ids: readonly string[]): Promise<Party[]> {
  return ids.length === 0
    ? []
    : tables(tx)
        .selectFrom('privacy.party')
        .select(columns)
        .where('id', 'in', [...ids])
        .execute();
}

/** Adds a party. */
export async function insertParty(tx: Tx, party: Party): Promise<void> {
  await tables(tx)
    .insertInto('privacy.party')
    .values({ ...party, createdAt: tx.now, createdBy: tx.actor.id })
    .execute();
}

/** Changes a party; false when there is none. */
export async function updateParty(tx: Tx, id: string, changes: Partial<Omit<Party, 'id'>>): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('privacy.party').set(changes).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that a party treats a patient. */
export async function insertTreatment(tx: Tx, row: { id: string; partyId: string; patientId: string; programId: string; verifiedHow: string }): Promise<void> {
  await tables(tx)
    .insertInto('privacy.partyTreatment')
    .values({ ...row, verifiedAt: tx.now, verifiedBy: tx.actor.id ?? '' })
    .execute();
}

/** Ends a treating link; answers whose it was, undefined when there is none open. */
export function endTreatment(tx: Tx, id: string): Promise<{ patientId: string } | undefined> {
  return tables(tx)
    .updateTable('privacy.partyTreatment')
    .set({ endedAt: tx.now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('patientId')
    .executeTakeFirst();
}

/** Who was found to treat a patient, the open links first. */
export function treatmentsOf(tx: Tx, patientId: string) {
  return tables(tx)
    .selectFrom('privacy.partyTreatment as link')
    .innerJoin('privacy.party as party', 'party.id', 'link.partyId')
    .select(['link.id', 'link.partyId', 'party.name as partyName', 'link.verifiedHow', 'link.verifiedAt', 'link.endedAt'])
    .where('link.patientId', '=', patientId)
    .orderBy('link.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('party.name')
    .execute();
}

/** Patients among these whom the party is verified to treat now. */
export async function treatedBy(tx: Tx, partyId: string, patientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .selectFrom('privacy.partyTreatment')
    .select('patientId')
    .where('partyId', '=', partyId)
    .where('patientId', '=', sql<string>`any (${[...patientIds]}::uuid[])`)
    .where('endedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ patientId }) => patientId));
}
