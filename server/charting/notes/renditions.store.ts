import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { StoredNote } from './notes.store.ts';

/** The page of a note as it was first printed. */
export interface Rendition {
  readonly fileId: string;
  readonly sha256: string;
}

/** The kept page of a note; undefined until it is made. */
export async function renditionOf(tx: Tx, noteId: string): Promise<Rendition | undefined> {
  const { rows } = await sql<Rendition>`select file_id, sha256 from charting.rendition where note_id = ${noteId}`.execute(tx.db);
  return rows[0];
}

/** Keeps the page of a note, once. */
export async function insertRendition(tx: Tx, note: StoredNote, { fileId, sha256 }: Rendition): Promise<void> {
  await sql`insert into charting.rendition (note_id, patient_id, program_id, file_id, note_digest, sha256, made_at)
    values (${note.id}, ${note.patientId}, ${note.programId}, ${fileId}, ${note.digest}, ${sha256}, ${tx.now}) on conflict (note_id) do nothing`.execute(tx.db);
}

/** The zone in which times are printed: that of the first site. */
export async function printZone(tx: Tx): Promise<string> {
  const { rows } = await sql<{ zone: string }>`select coalesce((select time_zone from identity.site_name order by name limit 1), 'UTC') as zone`.execute(tx.db);
  return rows[0]?.zone ?? 'UTC';
}
