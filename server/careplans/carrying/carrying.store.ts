import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Labels of what was carried stay with the plan and each of its entries. */
export async function labelPlan(tx: Tx, planId: string, labels: readonly string[]): Promise<void> {
  if (labels.length === 0) return;
  await sql`update careplans.plan set labels = ${labels}::text[] where id = ${planId}`.execute(tx.db);
  await sql`update careplans.plan_entry set labels = ${labels}::text[] where plan_id = ${planId}`.execute(tx.db);
}

/** Takes copies away that nobody has touched: children before parents. */
export async function deleteEntries(tx: Tx, planId: string, entryIds: readonly string[]): Promise<void> {
  for (const id of entryIds.toReversed()) await sql`delete from careplans.plan_entry where plan_id = ${planId} and id = ${id}`.execute(tx.db);
}

/** Takes a plan away that only ever held copies. A signed one is kept by its versions. */
export async function deletePlan(tx: Tx, planId: string): Promise<void> {
  await sql`delete from careplans.plan where id = ${planId}`.execute(tx.db);
}
