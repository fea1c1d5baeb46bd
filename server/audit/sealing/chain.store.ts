import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { begunHash, beforeTheFirst, type Block, type SealedBlock } from './block.ts';

/** One connection inside a transaction, told to print as the chain prints. */
export type ChainConnection = pg.ClientBase;

interface BlockRow {
  readonly number: number;
  readonly sealed_at: Temporal.Instant;
  readonly entries: string;
  readonly entry_count: number;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
  readonly is_retired: boolean;
  readonly is_as_retired: boolean;
}

// What is sealed, in this order for ever: a column that comes later begins a new kind of line. COPY escapes tabs and line ends within values.
const sealedColumns = `e.seq, e.at, e.action, e.outcome, e.purpose, e.actor_kind, e.actor_id, e.actor_name, e.actor_roles, e.patient_ids,
  e.subject_kind, e.subject_id, e.program_id, e.reason, e.fields, e.details, e.session_id, e.address, e.device, e.trace_id`;

const sealingLock = 7005;

/**
 * Printing must not depend on settings of the server or of the session. Entries are read by their index and sorted a block at a time (here and by `offset 0`
 * below, which keeps a subquery in its place): the planner, which cannot know how many numbers a multirange holds, would read or sort the whole table. Reads as the system. Must be the first thing in a transaction.
 */
export async function printAsTheChain(client: ChainConnection): Promise<void> {
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local client_encoding = 'UTF8';
    set local enable_seqscan = off; set local enable_memoize = off; set local max_parallel_workers_per_gather = 0; set local work_mem = '64MB';
    select set_config('mooring.actor_kind', 'system', true)`);
}

/** The name under which another connection may see what this one sees, as long as this transaction lasts. */
export async function snapshotOf(client: ChainConnection): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name');
  return rows[0]?.name ?? '';
}

/** Takes the right to seal until the transaction ends. False when somebody else is sealing. */
export async function takeTurnToSeal(client: ChainConnection): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [sealingLock]);
  return rows[0]?.taken === true;
}

/**
 * Takes the entries that can be sealed out of the queue. Numbers are drawn before the commit, so a lower number may still appear: only entries whose
 * transaction is below the horizon, where all are finished, are taken. Numbers of transactions from beyond the present ones come from a restored copy.
 */
export async function takeSettledEntries(client: ChainConnection, most: number): Promise<{ entries: string; count: number } | undefined> {
  const { rows } = await client.query<{ entries: string | null; count: number }>(
    `with settled as (
       select seq from audit.unsealed
       where xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot())
       order by seq limit $1),
     taken as (delete from audit.unsealed waiting using settled where waiting.seq = settled.seq returning waiting.seq)
     select range_agg(int8range(seq, seq, '[]'))::text as entries, count(*)::int as count from taken`,
    [most],
  );
  const { entries, count } = rows[0] ?? { entries: null, count: 0 };
  return entries === null ? undefined : { entries, count };
}

/** Number and hash of the newest block; zero and zeros before the first. */
export async function newestBlock(client: ChainConnection): Promise<{ number: number; hash: Buffer }> {
  const { rows } = await client.query<{ number: number; hash: Buffer }>('select number, hash from audit.block order by number desc limit 1');
  return rows[0] ?? { number: 0, hash: beforeTheFirst };
}

/** Hashes the entries of a block, as COPY prints them, and adds it to the chain. */
export async function appendBlock(client: ChainConnection, block: Block): Promise<SealedBlock> {
  const hash = begunHash(block);
  const lines = client.query(
    copyTo(`copy (select ${block.number}, ${sealedColumns} from unnest('${block.entries}'::int8multirange) as part
      cross join lateral (select * from audit.entry where seq >= lower(part) and seq < upper(part) offset 0) e order by e.seq) to stdout`),
  );
  await pipeline(lines, hash);
  const sealed = { ...block, hash: hash.digest(), isRetired: false, isAsRetired: true };
  await client.query('insert into audit.block (number, sealed_at, entries, entry_count, previous_hash, hash) values ($1, $2, $3, $4, $5, $6)', [
    block.number,
    block.sealedAt,
    block.entries,
    block.entryCount,
    block.previousHash,
    sealed.hash,
  ]);
  return sealed;
}

/** The next blocks after a number, in order. */
export async function blocksAfter(client: ChainConnection, number: number, most: number): Promise<SealedBlock[]> {
  const { rows } = await client.query<BlockRow>(
    `select block.number, block.sealed_at, block.entries::text, block.entry_count, block.previous_hash, block.hash, retired.number is not null as is_retired,
       retired.number is null or (retired.entries = block.entries and retired.entry_count = block.entry_count) as is_as_retired
     from audit.block left join audit.retired_block retired on retired.number = block.number where block.number > $1 order by block.number limit $2`,
    [number, most],
  );
  return rows.map((row) => ({
    number: row.number,
    sealedAt: row.sealed_at,
    entries: row.entries,
    entryCount: row.entry_count,
    previousHash: row.previous_hash,
    hash: row.hash,
    isRetired: row.is_retired,
    isAsRetired: row.is_as_retired,
  }));
}

/** The lines of all entries of the blocks from one number to another, block by block, each in order of entries. */
export function linesOfBlocks(client: ChainConnection, from: number, to: number): Readable {
  return client.query(
    copyTo(`copy (select block.number, ${sealedColumns}
      from (select number, entries from audit.block where number between ${Number(from)} and ${Number(to)} order by number) block
      cross join lateral (
        select entry.* from unnest(block.entries) as part cross join lateral (select * from audit.entry where seq >= lower(part) and seq < upper(part) offset 0) entry
        order by entry.seq) e) to stdout`),
  );
}

/**
 * Entries that stand in no block and do not wait for one, or do both: rows that were put in behind the back of audit.write, or came back after their time.
 * Answers the first few.
 */
export async function strayEntries(client: ChainConnection): Promise<number[]> {
  const { rows } = await client.query<{ entries: number; accounted: number }>(
    `select (select count(*) from audit.entry) as entries,
       (select coalesce(sum(entry_count), 0)::bigint from audit.block where number not in (select number from audit.retired_block)) + (select count(*) from audit.unsealed join audit.entry using (seq)) as accounted`,
  );
  if (rows[0]?.entries === rows[0]?.accounted) return [];
  const strays = await client.query<{ seq: number }>(
    `with sealed as materialized (select range_agg(entries) as entries from audit.block where number not in (select number from audit.retired_block))
     select seq from audit.entry where exists (select from audit.unsealed waiting where waiting.seq = entry.seq)
       = coalesce(seq <@ (select entries from sealed), false) order by seq limit 10`,
  );
  return strays.rows.map((row) => row.seq);
}

/** Numbers that wait to be sealed though their entry is gone. Answers the first few. */
export async function vanishedEntries(client: ChainConnection): Promise<number[]> {
  const { rows } = await client.query<{ seq: number }>(
    'select seq from audit.unsealed waiting where not exists (select from audit.entry where entry.seq = waiting.seq) order by seq limit 10',
  );
  return rows.map((row) => row.seq);
}

/** How many entries wait to be sealed. */
export async function waitingEntries(client: ChainConnection): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*) as count from audit.unsealed');
  return rows[0]?.count ?? 0;
}

/** An entry whose patients are not those under which it is found. */
export interface Misfiled {
  readonly seq: number;
  /** The block of the entry; null while it waits. */
  readonly block: number | null;
}

/**
 * Compares the index from patients to entries, on which "who looked at my record" stands, with the entries. Each line must be of a patient whom its entry
 * names; when there are as many lines as names, none is missing. Answers the first few that differ.
 * Most entries name one patient or none: a look at the line settles those. Entries that name many (a week of a whole site names a thousand) are compared as
 * sets, since looking along the names for each line takes the square of their number. Lines of entries that are gone tell nothing to anybody.
 */
export async function misfiledEntries(client: ChainConnection): Promise<Misfiled[]> {
  await client.query('set local enable_seqscan = on');
  const { rows } = await client.query<{ strange: number; lines: number; names: number }>(
    `with many as materialized (select seq, patient_ids from audit.entry where cardinality(patient_ids) > 1),
       line_of_many as materialized (select seq, patient_id from audit.entry_patient where seq in (select seq from many)),
       name_of_many as materialized (select distinct seq, unnest(patient_ids) as patient_id from many),
       line_of_few as (select line.patient_id is distinct from entry.patient_ids[1] as is_strange from audit.entry_patient line join audit.entry using (seq)
         where cardinality(entry.patient_ids) < 2)
     select (select count(*) filter (where is_strange) from line_of_few) + (select count(*) from (select * from line_of_many except select * from name_of_many)) as strange,
       (select count(*) from line_of_few) + (select count(*) from line_of_many) as lines,
       (select coalesce(sum(cardinality(patient_ids)), 0)::bigint from audit.entry where cardinality(patient_ids) < 2) + (select count(*) from name_of_many) as names`,
  );
  if (rows[0]?.strange === 0 && rows[0].lines === rows[0].names) return [];
  const { rows: found } = await client.query<Misfiled>(
    `with differing as (
       (select seq, patient_id from audit.entry_patient join audit.entry using (seq) except select seq, unnest(patient_ids) from audit.entry)
       union (select seq, unnest(patient_ids) from audit.entry except select seq, patient_id from audit.entry_patient))
     select seq, (select min(number) from audit.block where differing.seq <@ entries) as block from (select distinct seq from differing order by seq limit 10) differing`,
  );
  return found;
}
