import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { ObservationTables } from '../observations-tables.ts';
import { stale } from '../versions/version.ts';
import type { Allergy, AllergyStatement } from './allergy.ts';

/** An allergy as it is shown: people and program by name. */
export type NamedAllergy = Omit<Allergy, 'labels'> & { readonly programName: string };

const named = sql`select a.id, a.version, a.patient_id, a.program_id, coalesce(program.name, '') as program_name, a.substance, a.rxnorm, a.category, a.kind, a.reaction,
    a.severity, a.criticality, a.onset, a.state, a.reason, a.verified_at, verifier.display_name as verified_by, a.written_at, coalesce(writer.display_name, '') as written_by
  from`;
const byName = sql`left join identity.staff_name writer on writer.id = a.written_by left join identity.staff_name verifier on verifier.id = a.verified_by
  left join programs.program_name program on program.id = a.program_id`;

/** Allergies of these records as they hold, without those entered in error. */
export async function allergiesOf(tx: Tx, recordIds: readonly string[]): Promise<readonly NamedAllergy[]> {
  const { rows } = await sql<NamedAllergy>`${named} observations.allergy_now a ${byName}
    where a.patient_id = any (${recordIds}::uuid[]) and a.state <> 'entered-in-error'`.execute(tx.db);
  return rows;
}

/** All versions of one allergy, the newest first. */
export async function versionsOf(tx: Tx, allergyId: string): Promise<readonly NamedAllergy[]> {
  const { rows } = await sql<NamedAllergy>`${named} observations.allergy a ${byName} where a.id = ${allergyId} order by a.version desc`.execute(tx.db);
  return rows;
}

/** The version that holds; undefined when there is none that this actor may see. */
export async function newestVersion(tx: Tx, allergyId: string): Promise<Allergy | undefined> {
  const { rows } = await sql<Allergy>`select * from observations.allergy where id = ${allergyId} order by version desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Keeps others from writing about the allergies of this person until the transaction ends. */
export async function takeTurns(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('observations.allergy ' || ${personId}, 0))`.execute(tx.db);
}

/** Adds a version. Refuses one that somebody else has written meanwhile. */
export async function insertVersion(tx: Tx, allergy: Allergy): Promise<void> {
  const { numInsertedOrUpdatedRows } = await within<ObservationTables>(tx)
    .insertInto('observations.allergy')
    .values(allergy)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw stale();
}

/** The newest statement about these records. */
export async function newestStatement(tx: Tx, recordIds: readonly string[]): Promise<AllergyStatement | undefined> {
  const { rows } = await sql<AllergyStatement>`select t.says, t.stated_at, coalesce(s.display_name, '') as stated_by
    from observations.allergy_statement t left join identity.staff_name s on s.id = t.stated_by
    where t.patient_id = any (${recordIds}::uuid[]) order by t.stated_at desc, t.id desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Adds a statement. */
export async function insertStatement(tx: Tx, statement: ObservationTables['observations.allergyStatement'] & { id: Id<'AllergyStatement'> }): Promise<void> {
  await within<ObservationTables>(tx).insertInto('observations.allergyStatement').values(statement).execute();
}
