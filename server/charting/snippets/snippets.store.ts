import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { KeepSnippet, OwnSnippet } from './snippets.contract.ts';

/** As it stands, with whose it is. */
export interface StoredSnippet extends OwnSnippet {
  readonly staffId: string | null;
}

const snippet = sql`select s.id, s.staff_id, s.program_id, program.name as program_name, s.trigger, s.text, coalesce(writer.display_name, '') as changed_by
  from charting.snippet s left join programs.program_name program on program.id = s.program_id left join identity.staff_name writer on writer.id = s.changed_by`;

/** Those of one member of the staff and of these programs, own ones first. */
export async function snippetsFor(tx: Tx, staffId: string, programIds: readonly string[]): Promise<readonly StoredSnippet[]> {
  const { rows } = await sql<StoredSnippet>`${snippet} where s.staff_id = ${staffId} or s.program_id = any (${programIds}::uuid[])
    order by s.program_id is not null, program.name, s.trigger`.execute(tx.db);
  return rows;
}

/** One of them, locked until the transaction ends. */
export async function lockSnippet(tx: Tx, snippetId: string): Promise<StoredSnippet | undefined> {
  const { rows } = await sql<StoredSnippet>`${snippet} where s.id = ${snippetId} for update of s`.execute(tx.db);
  return rows[0];
}

/** Writes it; false when the same person or program has that word already. */
export async function writeSnippet(tx: Tx, id: string, { programId, trigger, text }: KeepSnippet, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ isTaken: boolean }>`select exists (select from charting.snippet where id <> ${id} and trigger = ${trigger}
    and (program_id = ${programId}::uuid or (${programId}::uuid is null and staff_id = ${staffId}))) as is_taken`.execute(tx.db);
  if (rows[0]?.isTaken) return false;
  await sql`insert into charting.snippet (id, staff_id, program_id, trigger, text, changed_at, changed_by)
    values (${id}, ${programId === null ? staffId : null}::uuid, ${programId}::uuid, ${trigger}, ${text}, ${tx.now}, ${staffId})
    on conflict (id) do update set staff_id = excluded.staff_id, program_id = excluded.program_id, trigger = excluded.trigger, text = excluded.text,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx.db);
  return true;
}

/** Takes it away. */
export async function deleteSnippet(tx: Tx, snippetId: string): Promise<void> {
  await sql`delete from charting.snippet where id = ${snippetId}`.execute(tx.db);
}
