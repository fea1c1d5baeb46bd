import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Names of a program and of colleagues. */
export async function namesOf(tx: Tx, programId: string, staffIds: readonly (string | null)[]): Promise<{ program: string; staff: ReadonlyMap<string, string> }> {
  const ids = [...new Set(staffIds.filter((staffId) => staffId !== null))];
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from identity.staff_name where id = any (${ids}::uuid[])
    union all select id, name from programs.program_name where id = ${programId}`.execute(tx.db);
  return { program: rows.find((row) => row.id === programId)?.name ?? '', staff: new Map(rows.map(({ id, name }) => [id, name])) };
}
