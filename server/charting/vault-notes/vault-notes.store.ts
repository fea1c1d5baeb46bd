import { sql, type ColumnType, type Generated, type Insertable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { Vault } from './vault.ts';

interface VaultTables {
  'charting.vaultNote': {
    id: string;
    patientId: string;
    programId: string;
    labels: string[];
    originatorId: string;
    text: string;
    writtenAt: Temporal.Instant;
    changedAt: ColumnType<Temporal.Instant, Temporal.Instant, Temporal.Instant>;
    version: Generated<number>;
  };
}

/** A vault note as its reader sees it. */
export interface ReadableNote {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly programName: string;
  readonly vault: Vault;
  readonly text: string;
  readonly version: number;
  readonly writtenAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly originatorId: string;
  readonly originatorName: string;
}

const readable = sql`select n.id, n.patient_id, n.program_id, coalesce(program.name, '') as program_name,
    case when 'sud-counseling-note' = any (n.labels) then 'sud-counseling-note' else 'psychotherapy-note' end as vault,
    n.text, n.version, n.written_at, n.changed_at, n.originator_id, coalesce(s.display_name, '') as originator_name
  from charting.vault_note n left join identity.staff_name s on s.id = n.originator_id left join programs.program_name program on program.id = n.program_id`;

/** The actor's own vault notes about a person, and those shared with them, the latest first. */
export async function readableNotes(tx: Tx, recordIds: readonly string[]): Promise<readonly ReadableNote[]> {
  const { rows } = await sql<ReadableNote>`${readable} where n.patient_id = any (${recordIds}::uuid[]) order by n.written_at desc, n.id desc`.execute(tx.db);
  return rows;
}

/** One of them. Throws NotFound for none and for one out of reach alike. */
export async function readableNote(tx: Tx, noteId: string): Promise<ReadableNote> {
  const { rows } = await sql<ReadableNote>`${readable} where n.id = ${noteId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Note');
  return rows[0];
}

/** Adds a note; nothing happens when one with its id is there already. */
export async function insertVaultNote(tx: Tx, row: Insertable<VaultTables['charting.vaultNote']>): Promise<void> {
  await within<VaultTables>(tx)
    .insertInto('charting.vaultNote')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Replaces the text when the version is still that one; false when it is not, or when the note is somebody else's. */
export async function replaceText(tx: Tx, noteId: string, version: number, text: string): Promise<boolean> {
  const { numUpdatedRows } = await within<VaultTables>(tx)
    .updateTable('charting.vaultNote')
    .set({ text, changedAt: tx.now, version: version + 1 })
    .where('id', '=', noteId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
