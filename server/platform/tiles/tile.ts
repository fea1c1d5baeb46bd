import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../action/tx.ts';

/** One line behind a number: whom it is about, what is wanted, its moment or day, and the page where it is worked. */
export interface TileRow {
  readonly id: string;
  readonly patientId: string | null;
  readonly who: string;
  readonly what: string;
  readonly at: Temporal.Instant | null;
  readonly day: Temporal.PlainDate | null;
  readonly isLate: boolean;
  readonly cents: number | null;
  readonly opens: string;
}

/** What the rows come to. */
export interface TileSum {
  readonly count: number;
  readonly late: number;
  readonly cents: number | null;
}

/** What stands on a tile in place of the number of its rows, and how it comes about. */
export interface TileFigure {
  readonly value: number;
  readonly unit: 'rows' | 'cents' | 'days';
  readonly says: string;
}

/** A question that a home page answers with a number. The number is counted from the query that also gives the rows, so that the two cannot differ. */
export interface Tile {
  readonly code: string;
  /** Its name. */
  readonly asks: string;
  /** What is counted and what is not; a tile whose meaning changes gets another code. */
  readonly means: string;
  readonly may: string;
  /** The rows, as a query or, where rules decide what counts, as they are. */
  readonly rows: (tx: Tx) => RawBuilder<TileRow> | Promise<readonly TileRow[]>;
  /** For what is more than a number of rows: money, or a share of a whole. */
  readonly figure?: (tx: Tx, sum: TileSum) => Promise<TileFigure>;
  /** The screen that shows exactly these rows, and the route it asks; a screen of the home page's own when there is none. */
  readonly screen?: { readonly to: string; readonly asks: string; readonly at: string };
}

type Column = RawBuilder<unknown>;

interface Columns {
  readonly id: Column;
  readonly patientId?: Column;
  readonly who: Column;
  readonly what: Column;
  readonly at?: Column;
  readonly day?: Column;
  readonly isLate?: Column;
  readonly cents?: Column;
  readonly opens: Column;
}

/** The query of a tile from its columns and from where they come; what is left out is empty. Ask for the day as `(select identity.today())`: once a query, not once a row. */
export function tileRows(columns: Columns, from: RawBuilder<unknown>): RawBuilder<TileRow> {
  const none = sql`null`;
  const { id, patientId = none, who, what, at = none, day = none, isLate = sql`false`, cents = none, opens } = columns;
  return sql<TileRow>`select (${id})::text as id, (${patientId})::uuid as patient_id, coalesce(${who}, '') as who, coalesce(${what}, '') as what, (${at})::timestamptz as at,
    (${day})::date as day, coalesce(${isLate}, false) as is_late, (${cents})::bigint as cents, (${opens})::text as opens ${from}`;
}

/** A row that rules made; what is left out is empty. */
export function tileRow(row: Pick<TileRow, 'id' | 'who' | 'what' | 'opens'> & Partial<TileRow>): TileRow {
  return { patientId: null, at: null, day: null, isLate: false, cents: null, ...row };
}
