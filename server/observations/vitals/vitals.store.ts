import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { ObservationTables } from '../observations-tables.ts';
import { stale } from '../versions/version.ts';
import type { VitalSet } from './vital-set.ts';

/** A set as it is shown: people and program by name. */
export type NamedVitalSet = Omit<VitalSet, 'labels'> & { readonly programName: string };

const named = sql`select v.id, v.version, v.patient_id, v.program_id, coalesce(program.name, '') as program_name, v.taken_at, v.position, v.measured, v.note, v.state,
    v.reason, v.written_at, coalesce(writer.display_name, '') as written_by
  from`;
const byName = sql`left join identity.staff_name writer on writer.id = v.written_by left join programs.program_name program on program.id = v.program_id`;

/** Sets of these records as they hold, without those entered in error, the latest first. */
export async function setsOf(tx: Tx, recordIds: readonly string[]): Promise<readonly NamedVitalSet[]> {
  const { rows } = await sql<NamedVitalSet>`${named} observations.vital_set_now v ${byName}
    where v.patient_id = any (${recordIds}::uuid[]) and v.state = 'recorded' order by v.taken_at desc, v.id desc limit 500`.execute(tx.db);
  return rows;
}

/** All versions of one set, the newest first. */
export async function versionsOf(tx: Tx, setId: string): Promise<readonly NamedVitalSet[]> {
  const { rows } = await sql<NamedVitalSet>`${named} observations.vital_set v ${byName} where v.id = ${setId} order by v.version desc`.execute(tx.db);
  return rows;
}

/** The version that holds; undefined when there is none that this actor may see. */
export async function newestVersion(tx: Tx, setId: string): Promise<VitalSet | undefined> {
  const { rows } = await sql<VitalSet>`select * from observations.vital_set where id = ${setId} order by version desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Adds a version; false when it is there already. */
export async function insertVersion(tx: Tx, set: VitalSet): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<ObservationTables>(tx)
    .insertInto('observations.vitalSet')
    .values({ ...set, measured: JSON.stringify(set.measured) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Adds the version that follows; refuses when somebody else has written it meanwhile. */
export async function insertNext(tx: Tx, set: VitalSet): Promise<void> {
  if (!(await insertVersion(tx, set))) throw stale();
}
