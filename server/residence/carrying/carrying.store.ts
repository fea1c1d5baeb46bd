import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Receipt } from '#server/programs/index.ts';

/** Whether a program lodges people. */
export async function lodgesPeople(tx: Tx, programId: string): Promise<boolean> {
  const { rows } = await sql`select from residence.unit where program_id = ${programId} and active limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** The beds of occupancies. */
export async function bedsHad(tx: Tx, occupancyIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ bedId: string }>`select bed_id from residence.occupancy where id = any (${occupancyIds}::uuid[])`.execute(tx.db);
  return rows.map(({ bedId }) => bedId);
}

/** Lets a departure not have been: the residency and the bed go on, a leave and a planned move with them, and nothing is to be cleaned. */
export async function liveHereAgain(tx: Tx, { residencies = [], occupancies = [], outages = [], leaves = [], transfers = [] }: Receipt): Promise<void> {
  const reopened = sql`ends_at = null, end_recorded_at = null, ended_by = null`;
  await sql`update residence.residency set ${reopened}, end_reason = null where id = any (${residencies}::uuid[])`.execute(tx.db);
  await sql`update residence.occupancy set ${reopened}, end_reason = null where id = any (${occupancies}::uuid[])`.execute(tx.db);
  await sql`update residence.leave set ${reopened} where id = any (${leaves}::uuid[])`.execute(tx.db);
  await sql`update residence.transfer set state = 'pending', settled_at = null, settled_by = null where id = any (${transfers}::uuid[])`.execute(tx.db);
  await sql`update residence.bed_outage set ends_at = greatest(starts_at, ${tx.now}::timestamptz), ended_by = ${tx.actor.id}::uuid
    where id = any (${outages}::uuid[]) and ends_at is null`.execute(tx.db);
}
