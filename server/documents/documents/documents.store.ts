import { sql } from 'kysely';
import { Refused, within, type Tx } from '#server/platform/index.ts';
import type { DocumentTables } from '../documents-tables.ts';
import type { Document } from './document.ts';

/** A document as it is shown: people and program by name. */
export type NamedDocument = Omit<Document, 'labels'> & { readonly programName: string };

const named = sql`select d.id, d.version, d.patient_id, d.program_id, coalesce(program.name, '') as program_name, d.file_id, d.sha256, d.content_type, d.size, d.title,
    d.category, d.access, d.dated, d.received_how, d.receipt_basis, d.from_whom, d.received_at, d.state, d.reason, d.moved_from, d.written_at,
    coalesce(writer.display_name, '') as written_by
  from`;
const byName = sql`left join identity.staff_name writer on writer.id = d.written_by left join programs.program_name program on program.id = d.program_id`;

/** Documents of these records as they hold, without those entered in error, the newest first. What was moved away stays as a line without pages. */
export async function documentsOf(tx: Tx, recordIds: readonly string[]): Promise<readonly NamedDocument[]> {
  const { rows } = await sql<NamedDocument>`${named} documents.document_now d ${byName}
    where d.patient_id = any (${recordIds}::uuid[]) and d.state <> 'entered-in-error' order by coalesce(d.dated, d.received_at::date) desc, d.id desc limit 1000`.execute(
    tx.db,
  );
  return rows;
}

/** All versions of one document, the newest first. */
export async function versionsOf(tx: Tx, documentId: string): Promise<readonly NamedDocument[]> {
  const { rows } = await sql<NamedDocument>`${named} documents.document d ${byName} where d.id = ${documentId} order by d.version desc`.execute(tx.db);
  return rows;
}

/** The version that holds; undefined when there is none that this actor may see. */
export async function newestVersion(tx: Tx, documentId: string): Promise<Document | undefined> {
  const { rows } = await sql<Document>`select * from documents.document where id = ${documentId} order by version desc limit 1`.execute(tx.db);
  return rows[0];
}

/** A document of the same bytes in the same chart. */
export async function sameBytes(tx: Tx, recordIds: readonly string[], sha256: string): Promise<Document | undefined> {
  const { rows } = await sql<Document>`select * from documents.document_now
    where patient_id = any (${recordIds}::uuid[]) and sha256 = ${sha256} and state = 'filed' limit 1`.execute(tx.db);
  return rows[0];
}

/** Adds a version; refuses when somebody else has written it meanwhile. */
export async function insertVersion(tx: Tx, document: Document): Promise<void> {
  const { numInsertedOrUpdatedRows } = await within<DocumentTables>(tx)
    .insertInto('documents.document')
    .values(document)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n)
    throw new Refused('document.stale', { code: 'document.stale', says: 'Someone changed this meanwhile. Look again, then make your change.', at: 'version' }, 409);
}
