import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
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

/** A connection that loads: in the name of the system and in every program, for forced row-level security binds the owner of the tables too. */
export async function connectLoader(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    `select set_config('mooring.actor_kind', 'system', false), set_config('mooring.programs', '*', false),
      set_config('mooring.permissions', '*', false), set_config('mooring.purpose', 'SYSADMIN', false)`,
  );
  return client;
}

function streamed(client: pg.Client, target: string, rows: Iterable<readonly CopyValue[]>): Promise<void> {
  return pipeline(Readable.from(lines(rows)), client.query(copyFrom(`copy ${target} from stdin`)));
}

async function isUnderPolicies(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ active: boolean }>('select row_security_active($1::regclass) as active', [table]);
  return rows[0]?.active ?? true;
}

/**
 * Loads rows with COPY, by far the fastest way in. The columns are those of each row, in order. A superuser copies straight into the table;
 * for anybody else PostgreSQL refuses that where policies hold, and the rows go through a table of this connection's own.
 */
export async function copyRows(client: pg.Client, table: string, columns: readonly string[], rows: Iterable<readonly CopyValue[]>): Promise<void> {
  const list = columns.join(', ');
  if (!(await isUnderPolicies(client, table))) return streamed(client, `${table} (${list})`, rows);
  await client.query(`create temporary table staged_rows as select ${list} from ${table} with no data`);
  await streamed(client, 'staged_rows', rows);
  await client.query(`insert into ${table} (${list}) select ${list} from staged_rows`);
  await client.query('drop table staged_rows');
}
