import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value that COPY can carry. Arrays become PostgreSQL arrays, plain objects jsonb, bytes hex. */
export type CopyValue = string | number | boolean | null | Temporal.Instant | Temporal.PlainDate | Uint8Array | readonly (string | number)[] | { readonly json: unknown };

const specials: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string) => text.replaceAll(/[\\\n\r\t]/g, (character) => specials[character] ?? character);

function arrayText(items: readonly (string | number)[]): string {
  return `{${items.map((item) => `"${String(item).replaceAll(/["\\]/g, (character) => `\\${character}`)}"`).join(',')}}`;
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return escaped(arrayText(value as readonly (string | number)[]));
  if (typeof value === 'object' && 'json' in value) return escaped(JSON.stringify(value.json));
  return String(value);
}

function* lines(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(field).join('\t')}\n`;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

/** Loads rows with COPY, by far the fastest way in. The columns are those of each row, in order. */
export async function copyRows(client: pg.Client, table: string, columns: readonly string[], rows: Iterable<readonly CopyValue[]>): Promise<void> {
  await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
