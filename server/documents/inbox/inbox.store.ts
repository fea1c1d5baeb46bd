import { sql } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { DocumentTables } from '../documents-tables.ts';
import type { FolderFile, Inbound } from './inbound.ts';

/** Lets one process at a time, until its transaction ends, decide about files of these bytes. */
export async function waitForSameBytes(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('documents.inbound ' || ${sha256}, 0))`.execute(tx.db);
}

/** Whether this file of the folder was taken in before. */
export async function isSeen(tx: Tx, { name, size, modifiedAt }: FolderFile): Promise<boolean> {
  const row = await within<DocumentTables>(tx)
    .selectFrom('documents.seenFile')
    .select('name')
    .where('name', '=', name)
    .where('size', '=', size)
    .where('modifiedAt', '=', modifiedAt)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that a file of the folder was taken in. */
export async function markSeen(tx: Tx, { name, size, modifiedAt }: FolderFile, inboundId: string): Promise<void> {
  await within<DocumentTables>(tx).insertInto('documents.seenFile').values({ name, size, modifiedAt, inboundId }).execute();
}

/** The file of the same bytes that came first. */
export function firstOfBytes(tx: Tx, sha256: string): Promise<Inbound | undefined> {
  return within<DocumentTables>(tx).selectFrom('documents.inbound').selectAll().where('sha256', '=', sha256).where('state', '<>', 'duplicate').executeTakeFirst();
}

/** Adds a file that came. */
export async function insertInbound(tx: Tx, row: Inbound): Promise<void> {
  await within<DocumentTables>(tx).insertInto('documents.inbound').values(row).execute();
}

/** What waits for somebody, the oldest first. */
export function waiting(tx: Tx): Promise<Inbound[]> {
  return within<DocumentTables>(tx)
    .selectFrom('documents.inbound')
    .selectAll()
    .where('state', 'in', ['waiting', 'quarantined'])
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(500)
    .execute();
}

/** One file that came, locked. Throws NotFound for none and for one out of reach. */
export function lockInbound(tx: Tx, inboundId: string): Promise<Inbound> {
  return within<DocumentTables>(tx)
    .selectFrom('documents.inbound')
    .selectAll()
    .where('id', '=', inboundId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Document'));
}

/** What became of a file. */
export async function conclude(tx: Tx, inboundId: string, outcome: { state: 'filed' | 'put-aside'; reason: string; documentId: string | null }): Promise<void> {
  await within<DocumentTables>(tx)
    .updateTable('documents.inbound')
    .set({ ...outcome, workedAt: tx.now, workedBy: tx.actor.id })
    .where('id', '=', inboundId)
    .execute();
}
