import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Over which processes tell each other that something was typed. */
export const channel = 'mooring_together';

/** A section as a room needs it. */
export interface OpenSection {
  readonly id: string;
  readonly documentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly isOpen: boolean;
}

/** A section within sight and whether words are still taken; undefined when there is none that this actor may see. */
export async function sectionInSight(tx: Tx, sectionId: string): Promise<OpenSection | undefined> {
  const { rows } = await sql<OpenSection>`select s.id, s.document_id, s.patient_id, s.program_id, (s.signed_at is null and d.closed_at is null) as is_open
    from together.section s join together.document d on d.id = s.document_id where s.id = ${sectionId}`.execute(tx.db);
  return rows[0];
}

/** What was typed into these sections. */
export async function updatesOf(tx: Tx, sectionIds: readonly string[]): Promise<readonly { sectionId: string; content: Uint8Array }[]> {
  if (sectionIds.length === 0) return [];
  const { rows } = await sql<{ sectionId: string; content: Uint8Array }>`select section_id, content from together.section_update
    where section_id = any (${sectionIds}::uuid[]) order by id`.execute(tx.db);
  return rows;
}

/** One thing that was typed; undefined when this actor may not see it. */
export async function updateById(tx: Tx, id: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Uint8Array }>`select content from together.section_update where id = ${id}::bigint`.execute(tx.db);
  return rows[0]?.content;
}

/** Keeps what was typed; its number, or undefined when the section takes no words from this actor: not there, not theirs, signed, closed. */
export async function insertUpdate(tx: Tx, sectionId: string, content: Uint8Array): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into together.section_update (section_id, patient_id, program_id, labels, content, author_id, at)
    select s.id, s.patient_id, s.program_id, s.labels, ${Buffer.from(content)}, ${tx.actor.id}, ${tx.now}
    from together.section s join together.document d on d.id = s.document_id where s.id = ${sectionId} and s.signed_at is null and d.closed_at is null
    returning id::text`.execute(tx.db);
  return rows[0]?.id;
}

/** Tells the other processes, outside of the transaction: what is told inside of one makes all commits wait for each other. */
export async function tell(db: Tx['db'], message: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${message})`.execute(db);
}
