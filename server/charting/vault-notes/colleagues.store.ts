import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** What sharing asks about a colleague. */
export interface Colleague {
  readonly programIds: readonly string[];
  readonly supervises: readonly string[];
  readonly roles: readonly string[];
}

/** A colleague who works here now. */
export async function colleagueOf(tx: Tx, staffId: string): Promise<Colleague | undefined> {
  const { rows } = await sql<Colleague>`select
      array(select program_id::text from identity.staff_membership where staff_id = s.id) as program_ids,
      array(select id::text from identity.staff_name where supervisor_id = s.id) as supervises,
      array(select role_code from identity.staff_role_held where staff_id = s.id) as roles
    from identity.staff_name s where s.id = ${staffId} and s.active`.execute(tx.db);
  return rows[0];
}

/** Names of members of the staff by id. */
export async function staffNames(tx: Tx, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (staffIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from identity.staff_name where id = any (${staffIds}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
