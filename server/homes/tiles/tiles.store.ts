import { sql } from 'kysely';
import type { Tile, TileRow, TileSum, Tx } from '#server/platform/index.ts';

/** Late ones first, then by moment, then by name: the order in which one works. */
function inOrder(one: TileRow, other: TileRow): number {
  const moment = ({ at, day }: TileRow) => at?.toString() ?? day?.toString() ?? '9999';
  return Number(other.isLate) - Number(one.isLate) || moment(one).localeCompare(moment(other)) || one.who.localeCompare(other.who) || one.id.localeCompare(other.id);
}

/** What a tile counts to. */
export async function sumOf(tx: Tx, tile: Tile): Promise<TileSum> {
  const found = tile.rows(tx);
  if (found instanceof Promise) {
    const rows = await found;
    return { count: rows.length, late: rows.filter(({ isLate }) => isLate).length, cents: null };
  }
  const { rows } = await sql<TileSum>`select count(*)::integer as count, count(*) filter (where is_late)::integer as late, sum(cents)::bigint as cents
    from (${found}) counted`.execute(tx.db);
  return rows[0] ?? { count: 0, late: 0, cents: null };
}

/** Some of the rows that a tile counts, in the order in which one works them. */
export async function rowsOf(tx: Tx, tile: Tile, { limit, offset }: { limit: number; offset: number }): Promise<readonly TileRow[]> {
  const found = tile.rows(tx);
  if (found instanceof Promise) return (await found).toSorted(inOrder).slice(offset, offset + limit);
  const { rows } = await sql<TileRow>`select id, patient_id, who, what, at, day, is_late, cents, opens
    from (${found}) counted order by is_late desc, coalesce(at, day::timestamptz), who, id limit ${limit} offset ${offset}`.execute(tx.db);
  return rows;
}
