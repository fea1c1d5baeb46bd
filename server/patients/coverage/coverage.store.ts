import { sql, type Insertable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { CoverageColumns, CoverageTables, GuarantorColumns, NewCoverageRow } from './coverage.ts';

const coverages = (tx: Tx) => within<CoverageTables>(tx);

// Two-part advisory lock: this constant and the person. A lock on the person's row would take the permission to change it.
const turns = 7_011;

/** Waits for others who are changing what pays for this person. */
export async function takeTurns(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${turns}::int, hashtext(${personId}))`.execute(tx.db);
}

/** Coverages of all records of a person: by rank, the latest first. */
export function coveragesOf(tx: Tx, recordIds: readonly string[]) {
  return coverages(tx).selectFrom('patients.coverage').selectAll().where('patientId', 'in', recordIds).orderBy('rank').orderBy('validFrom', 'desc').execute();
}

/** One coverage, locked. Throws NotFound for none and for one out of reach. */
export function lockCoverage(tx: Tx, coverageId: string) {
  return coverages(tx)
    .selectFrom('patients.coverage')
    .selectAll()
    .where('id', '=', coverageId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Coverage'));
}

/** One coverage. Throws NotFound for none and for one out of reach. */
export function coverage(tx: Tx, coverageId: string) {
  return coverages(tx)
    .selectFrom('patients.coverage')
    .selectAll()
    .where('id', '=', coverageId)
    .executeTakeFirstOrThrow(() => new NotFound('Coverage'));
}

/** Adds a coverage. */
export async function insertCoverage(tx: Tx, row: NewCoverageRow): Promise<void> {
  await coverages(tx).insertInto('patients.coverage').values(row).execute();
}

/** Changes columns of a coverage. */
export async function updateCoverage(tx: Tx, coverageId: string, changes: CoverageColumns): Promise<void> {
  await coverages(tx).updateTable('patients.coverage').set(changes).where('id', '=', coverageId).execute();
}

/** Names of members of the staff, by id. */
export async function namesOfStaff(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from identity.staff_name where id = any (${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those who answer for what a person owes, the latest first. */
export function guarantorsOf(tx: Tx, recordIds: readonly string[]) {
  return coverages(tx).selectFrom('patients.guarantor').selectAll().where('patientId', 'in', recordIds).orderBy('validFrom', 'desc').execute();
}

/** One guarantor, locked. Throws NotFound for none and for one out of reach. */
export function lockGuarantor(tx: Tx, guarantorId: string) {
  return coverages(tx)
    .selectFrom('patients.guarantor')
    .selectAll()
    .where('id', '=', guarantorId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Guarantor'));
}

/** Adds a guarantor. */
export async function insertGuarantor(tx: Tx, row: Insertable<CoverageTables['patients.guarantor']>): Promise<void> {
  await coverages(tx).insertInto('patients.guarantor').values(row).execute();
}

/** Changes columns of a guarantor. */
export async function updateGuarantor(tx: Tx, guarantorId: string, changes: GuarantorColumns): Promise<void> {
  await coverages(tx).updateTable('patients.guarantor').set(changes).where('id', '=', guarantorId).execute();
}
