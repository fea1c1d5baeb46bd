import { sql, type Insertable, type Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { DemographicTables, PatientRow } from './person.ts';

const patients = (tx: Tx) => within<DemographicTables>(tx);

/** All of a record but the programs that know it, which no role may read. */
const columns = [
  'id',
  'mrn',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'nameToUse',
  'pronouns',
  'birthDate',
  'sexAtBirth',
  'administrativeSex',
  'genderIdentity',
  'sexualOrientation',
  'language',
  'needsInterpreter',
  'race',
  'ethnicity',
  'tribalAffiliation',
  'occupation',
  'industry',
  'phone',
  'phoneKind',
  'otherPhone',
  'otherPhoneKind',
  'email',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'zip',
  'photoFileId',
  'deceasedOn',
  'mergedInto',
  'registeredAt',
  'updatedAt',
] as const satisfies readonly (keyof PatientRow)[];

/** The next medical record count. Gaps are possible and mean nothing. */
export async function nextMrnCount(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select nextval('patients.mrn_number') as count`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

// Two-part advisory lock: this constant and the birth date, day and month in the order of their size, for they may be swapped.
const registration = 7_010;

/** Waits for others who are registering someone of the same birth date, so that each sees the other's record. */
export async function takeTurns(tx: Tx, birthDate: Temporal.PlainDate): Promise<void> {
  const { year, month, day } = birthDate;
  const key = year * 10_000 + Math.min(month, day) * 100 + Math.max(month, day);
  await sql`select pg_advisory_xact_lock(${registration}::int, ${key}::int)`.execute(tx.db);
}

/** One record as it lies there, merged or not; undefined when there is none that this actor may see. */
export function record(tx: Tx, patientId: string): Promise<PatientRow | undefined> {
  return patients(tx).selectFrom('patients.patient').select(columns).where('id', '=', patientId).executeTakeFirst();
}

/** The person behind a record: the survivor when it was merged. Throws NotFound alike for nobody and for someone out of reach. */
export async function person(tx: Tx, patientId: string): Promise<PatientRow> {
  const found = await record(tx, patientId);
  if (!found) throw new NotFound('Patient');
  // A survivor out of reach leaves the record itself, which is in reach.
  return found.mergedInto === null ? found : ((await record(tx, found.mergedInto)) ?? found);
}

/** The number of the person behind a record, and of all records of that person. Throws NotFound like `person`. */
export async function recordsOf(tx: Tx, patientId: string): Promise<{ personId: string; recordIds: string[] }> {
  const found = await patients(tx).selectFrom('patients.patient').select(['id', 'mergedInto']).where('id', '=', patientId).executeTakeFirst();
  if (!found) throw new NotFound('Patient');
  const personId = found.mergedInto ?? found.id;
  const merged = await patients(tx).selectFrom('patients.patient').select('id').where('mergedInto', '=', personId).execute();
  return { personId, recordIds: [...new Set([personId, found.id, ...merged.map((row) => row.id)])] };
}

/** The person locked until the transaction ends, so that two changes follow each other. */
export async function lockPerson(tx: Tx, patientId: string): Promise<PatientRow> {
  const { id } = await person(tx, patientId);
  return patients(tx)
    .selectFrom('patients.patient')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Patient'));
}

/** Adds a record. The program must know the person already: row-level security asks for it. */
export async function insertPatient(tx: Tx, row: Insertable<DemographicTables['patients.patient']>): Promise<void> {
  await patients(tx).insertInto('patients.patient').values(row).execute();
}

/** Changes columns of one record. */
export async function updatePatient(tx: Tx, patientId: string, changes: Updateable<DemographicTables['patients.patient']>): Promise<void> {
  await patients(tx)
    .updateTable('patients.patient')
    .set({ ...changes, updatedAt: tx.now })
    .where('id', '=', patientId)
    .execute();
}

/** Keeps the name that held until now. */
export async function keepFormerName(tx: Tx, before: PatientRow): Promise<void> {
  await patients(tx)
    .insertInto('patients.formerName')
    .values({ patientId: before.id, until: tx.now, givenName: before.givenName, familyName: before.familyName })
    .execute();
}

/** Keeps the address that held until now, if there was one. */
export async function keepFormerAddress(tx: Tx, before: PatientRow): Promise<void> {
  const { id: patientId, addressLine1, addressLine2, city, state, zip } = before;
  if (addressLine1 === null || city === null || state === null || zip === null) return;
  await patients(tx).insertInto('patients.formerAddress').values({ patientId, until: tx.now, addressLine1, addressLine2, city, state, zip }).execute();
}

/** Names that held before, latest first. */
export function formerNames(tx: Tx, patientId: string) {
  return patients(tx)
    .selectFrom('patients.formerName')
    .select(['givenName', 'familyName', 'until'])
    .where('patientId', '=', patientId)
    .orderBy('until', 'desc')
    .execute();
}

/** Addresses that held before, latest first. */
export function formerAddresses(tx: Tx, patientId: string) {
  return patients(tx).selectFrom('patients.formerAddress').selectAll().where('patientId', '=', patientId).orderBy('until', 'desc').execute();
}

/** Records that were merged into this person. */
export function mergedRecords(tx: Tx, personId: string) {
  return patients(tx)
    .selectFrom('patients.patient')
    .select(['id', 'mrn', 'givenName', 'familyName', 'nameToUse'])
    .where('mergedInto', '=', personId)
    .orderBy('registeredAt')
    .execute();
}
