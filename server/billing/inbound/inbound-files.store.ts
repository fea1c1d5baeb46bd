import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';

export type InboundState = 'received' | 'processed' | 'quarantined' | 'duplicate';

/** A file as the SFTP server listed it. */
export interface RemoteMark {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/** Those of the listed files that were not fetched yet as they are now. */
export async function unseenAmong<File extends RemoteMark>(tx: Tx, listed: readonly File[]): Promise<File[]> {
  const rows = listed.map(({ name, size, modifiedAt }, index) => ({ index, name, size, modified_at: modifiedAt }));
  const { rows: unseen } = await sql<{ index: number }>`
    select r.index from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (index integer, name text, size bigint, modified_at bigint)
    where not exists (select from billing.seen_remote_file s where s.name = r.name and s.size = r.size and s.modified_at = r.modified_at)`.execute(tx.db);
  const wanted = new Set(unseen.map(({ index }) => index));
  return listed.filter((_file, index) => wanted.has(index));
}

/** Lets one process at a time, until its transaction ends, decide about files of these bytes. */
export async function waitForSameBytes(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('billing.inbound_file ' || ${sha256}, 0))`.execute(tx.db);
}

/** Marks a remote file as fetched. */
export async function markSeen(tx: Tx, { name, size, modifiedAt }: RemoteMark, inboundFileId: string): Promise<void> {
  await within<BillingReads>(tx).insertInto('billing.seenRemoteFile').values({ name, size, modifiedAt, inboundFileId }).execute();
}

/** A file that came, as it is listed. */
export interface InboundRow {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly kind: string;
  readonly state: InboundState;
  readonly reason: string | null;
  readonly fileId: string;
  readonly receivedAt: Temporal.Instant;
}

/** The file of the same bytes that came first; undefined when these are new. */
export function firstOfBytes(tx: Tx, sha256: string): Promise<{ id: string; name: string; fileId: string; receivedAt: Temporal.Instant } | undefined> {
  return within<BillingReads>(tx)
    .selectFrom('billing.inboundFile')
    .select(['id', 'name', 'fileId', 'receivedAt'])
    .where('sha256', '=', sha256)
    .where('state', '<>', 'duplicate')
    .executeTakeFirst();
}

/** Stores a file that came. */
export async function insertInbound(tx: Tx, row: InboundRow): Promise<void> {
  await within<BillingReads>(tx).insertInto('billing.inboundFile').values(row).execute();
}

/** The file while it waits to be worked, locked; undefined when it was worked. */
export function lockReceived(tx: Tx, id: string): Promise<InboundRow | undefined> {
  return within<BillingReads>(tx).selectFrom('billing.inboundFile').selectAll().where('id', '=', id).where('state', '=', 'received').forUpdate().executeTakeFirst();
}

/** Where the bytes of a file lie. */
export function inboundById(tx: Tx, id: string): Promise<InboundRow | undefined> {
  return within<BillingReads>(tx).selectFrom('billing.inboundFile').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What became of a file, what it is, and why it waits when it does. */
export async function concludeInbound(tx: Tx, id: string, outcome: { state: 'processed' | 'quarantined'; kind: string; reason: string | null }): Promise<void> {
  await within<BillingReads>(tx).updateTable('billing.inboundFile').set(outcome).where('id', '=', id).execute();
}

/** Notes an interchange as worked; answers the name of another file that brought the same one before. */
export async function claimInterchange(tx: Tx, sender: string, controlNumber: string, inboundFileId: string): Promise<string | undefined> {
  const db = within<BillingReads>(tx);
  const row = await db
    .insertInto('billing.inboundInterchange')
    .values({ sender, controlNumber, inboundFileId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sender')
    .executeTakeFirst();
  if (row) return undefined;
  const first = await db
    .selectFrom('billing.inboundInterchange as known')
    .innerJoin('billing.inboundFile as file', 'file.id', 'known.inboundFileId')
    .select('file.name')
    .where('known.sender', '=', sender)
    .where('known.controlNumber', '=', controlNumber)
    .executeTakeFirstOrThrow();
  return first.name;
}

/** Files that came, the newest first. */
export function recentInbound(tx: Tx, limit: number): Promise<InboundRow[]> {
  return within<BillingReads>(tx).selectFrom('billing.inboundFile').selectAll().orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

const waiting = 500;

/** Everything that waits for a person: files, payments, and claims that are not ours to find. */
export async function quarantine(tx: Tx) {
  const db = within<BillingReads>(tx);
  const files = await db
    .selectFrom('billing.inboundFile')
    .select(['id', 'name', 'kind', 'receivedAt'])
    .select(({ fn, val }) => fn.coalesce('reason', val('')).as('reason'))
    .where('state', '=', 'quarantined')
    .orderBy('receivedAt', 'desc')
    .limit(waiting)
    .execute();
  const remittances = await db
    .selectFrom('billing.remittance')
    .select(['id', 'payerName', 'trace', 'paymentCents', 'receivedAt'])
    .select(({ fn, val }) => fn.coalesce('reason', val('')).as('reason'))
    .where('state', '=', 'quarantined')
    .orderBy('receivedAt', 'desc')
    .limit(waiting)
    .execute();
  const unmatchedClaims = await db
    .selectFrom('billing.unmatchedClaim as claim')
    .innerJoin('billing.remittance as remittance', 'remittance.id', 'claim.remittanceId')
    .select(['claim.id', 'claim.remittanceId', 'remittance.payerName', 'claim.claimNumber', 'claim.paidCents', 'remittance.receivedAt'])
    .where('claim.resolvedAt', 'is', null)
    .orderBy('remittance.receivedAt', 'desc')
    .limit(waiting)
    .execute();
  return { files, remittances, unmatchedClaims };
}
