import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { elapsed } from './measure.ts';

/** Rows that the product wrote, to be written again without it. */
export interface WrittenRows {
  readonly table: string;
  /** Which rows, as the condition of a WHERE. */
  readonly where: string;
}

/** Milliseconds that a plain COPY of these same rows takes, into bare tables without index, trigger or policy, committed once. */
export async function copyLimit(raw: pg.Client, written: readonly WrittenRows[]): Promise<number> {
  const lines: string[] = [];
  for (const { table, where } of written) lines.push(await text(raw.query(copyTo(`copy (select * from ${table} where ${where}) to stdout`))));
  for (const [place, { table }] of written.entries()) {
    await raw.query(`drop table if exists public.bench_copy_${place}`);
    await raw.query(`create table public.bench_copy_${place} (like ${table})`);
  }
  return elapsed(async () => {
    await raw.query('begin');
    for (const [place, line] of lines.entries()) await pipeline(Readable.from([line]), raw.query(copyFrom(`copy public.bench_copy_${place} from stdin`)));
    await raw.query('commit');
  });
}
