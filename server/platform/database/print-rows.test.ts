import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { z } from 'zod';
import { clinicTest as test } from '#testing/clinic.ts';
import { printedParts, spliced } from '../http/printed-reply.ts';
import { printedCode, printedMoment, printedNumber, printedObject, printedOrNull, PrintedRows, printedText, printedTextUnlessEmpty } from './print-rows.ts';

const Line = z.object({
  kind: z.literal('line'),
  id: z.string(),
  note: z.string().optional(),
  word: z.string(),
  after: z.string().nullable(),
  at: z.string(),
  count: z.int().optional(),
});
const Gap = z.object({ kind: z.literal('gap'), minutes: z.int() });
const Reply = z.object({ title: z.string(), lines: z.array(z.discriminatedUnion('kind', [Line, Gap])) });

const printed = printedObject(Line, {
  id: printedCode('id'),
  note: printedTextUnlessEmpty('note'),
  word: printedText('word'),
  after: printedOrNull(printedCode('after')),
  at: printedMoment('at'),
  count: printedNumber('count'),
});

const anyText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed());
const anyRow = fc.record({
  id: fc.uuid(),
  word: anyText,
  after: fc.option(fc.uuid(), { nil: null }),
  note: fc.option(fc.oneof(anyText, fc.constant('')), { nil: null }),
  at: fc.integer({ min: 0, max: 4e12 }).map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()),
  count: fc.option(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), { nil: null }),
});

const withoutEmpty = ({
  id,
  note,
  word,
  after,
  at,
  count,
}: {
  id: string;
  note: string | null;
  word: string;
  after: string | null;
  at: string;
  count: number | null;
}) => ({
  kind: 'line',
  id,
  ...(note ? { note } : {}),
  word,
  after,
  at,
  ...(count === null ? {} : { count }),
});

test('what PostgreSQL prints by a contract is what a check by it would let through', async ({ clinic }) => {
  const { database } = clinic.product.workshop;
  // A server of somebody else's may stand at another time zone than ours.
  await clinic.sql('owner', `do $$ begin execute format('alter database %I set timezone to %L', current_database(), 'America/Los_Angeles'); end $$`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 8 }),
      fc.array(fc.record({ kind: fc.constant('gap' as const), minutes: fc.integer() }), { maxLength: 2 }),
      async (rows, gaps) => {
        const { rows: found } = await sql<{ json: string | null }>`
        select string_agg(${printed}, ',') as json from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line (id uuid, note text, word text, after uuid, at timestamptz, count integer)`.execute(
          database.kysely,
        );
        const parts = printedParts({ title: '"', lines: new PrintedRows(Line, found[0]?.json ?? '', gaps) });
        const reply: unknown = JSON.parse(spliced(Reply, Reply.parse(parts?.toCheck), parts?.printed ?? new Map()));
        expect(Reply.parse(reply)).toEqual(reply);
        expect(reply).toEqual({ title: '"', lines: [...rows.map(withoutEmpty), ...gaps] });
      },
    ),
    { numRuns: 60 },
  );
});

test('a row that lacks what it must have is told without it rather than lost', async ({ clinic }) => {
  const { rows } = await sql<{ line: string }>`
    select ${printed} as line from (values (null::uuid, 'after'), (null, null)) as row (id, word), (select null::text as note, null::uuid as after, null::timestamptz as at, 3 as count) as rest`.execute(
    clinic.product.workshop.database.kysely,
  );
  expect(rows.map(({ line }) => JSON.parse(line) as unknown)).toEqual([
    { kind: 'line', word: 'after', after: null, count: 3 },
    { kind: 'line', after: null, count: 3 },
  ]);
});

test('rows of another contract are refused, and a reply without printed rows goes the usual way', () => {
  const Other = z.object({ secret: z.string() });
  const parts = printedParts({ title: '', lines: new PrintedRows(Other, '{"secret":"x"}') });
  expect(() => spliced(Reply, { title: '', lines: [] }, parts?.printed ?? new Map())).toThrow('The reply allows no such rows in "lines"');
  expect(printedParts({ title: '', lines: [] })).toBeUndefined();
});
