import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { anchorFile, sealEntries, verifyChain } from '../index.ts';

// An hour after the sealing: by then each block has its anchor.
const verify = (clinic: Clinic) => verifyChain(clinic.product.workshop.database, anchorFile(clinic.config.dataDirectory), clinic.clock.now().add({ hours: 1 }));

/** Four blocks of three entries, every column filled. */
async function fourBlocks(clinic: Clinic): Promise<void> {
  for (let block = 0; block < 4; block += 1) {
    await clinic.sql(
      'owner',
      `select audit.write(jsonb_build_object('at', '2026-11-23T18:00:00Z', 'action', 'note.read', 'outcome', 'done', 'purpose', 'TREAT', 'actorKind', 'staff', 'actorId', uuidv7(),
        'actorName', 'Ana Rivera', 'actorRoles', '["therapist"]'::jsonb, 'patientIds', jsonb_build_array(uuidv7()), 'subjectKind', 'note', 'subjectId', 'n', 'programId', uuidv7(),
        'reason', 'r', 'fields', '["text"]'::jsonb, 'details', jsonb_build_object('n', n), 'sessionId', uuidv7(), 'address', '10.0.0.1', 'device', 'Firefox', 'traceId', 't'))
       from generate_series(1, 3) n`,
    );
    do await sealEntries(clinic.product.workshop);
    while ((await verify(clinic)).waiting > 0);
  }
}

// Sealed on its own or with entries of other actions (signing in, for one): only these four blocks are looked at.
const entryOf = (place: string) => `(select ${place}(seq) from audit.entry where action = 'note.read')`;
const blockOf = (place: string) => `(select number from audit.block where ${entryOf(place)} <@ entries)`;

/** As a superuser with the triggers off; undone afterwards, so that each change is tried alone. */
async function tamper(clinic: Clinic, text: string): Promise<void> {
  await clinic.sql('owner', `begin; set local session_replication_role = replica; ${text}; commit`);
}

const changes: Readonly<Record<string, string>> = {
  bigint: 'seq + 1000000',
  'timestamp with time zone': "%I + interval '1 microsecond'",
  text: "%I || 'x'",
  uuid: 'uuidv7()',
  ARRAY: 'array_append(%I, %I[1])',
  jsonb: `%I || '{"x": 1}'`,
};

async function entryColumns(clinic: Clinic): Promise<{ name: string; change: string }[]> {
  const rows = await clinic.sql(
    'owner',
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'audit' and table_name = 'entry' order by ordinal_position`,
  );
  return rows.map(({ name, type }) => ({ name: String(name), change: (changes[String(type)] ?? '').replaceAll('%I', String(name)) }));
}

test('changing any column of any entry is found, and the block is named', { timeout: 60_000 }, async ({ clinic }) => {
  await fourBlocks(clinic);
  const columns = await entryColumns(clinic);
  expect(columns.length).toBe(20);
  for (const place of ['min', 'max']) {
    const [{ block } = { block: 0 }] = await clinic.sql('owner', `select ${blockOf(place)}::int as block`);
    for (const { name, change } of columns) {
      await clinic.sql('owner', `create table if not exists public.kept as select * from audit.entry where false`);
      await tamper(
        clinic,
        `insert into public.kept select * from audit.entry where seq = ${entryOf(place)}; update audit.entry set ${name} = ${name === 'outcome' ? "'denied'" : change} where seq = ${entryOf(place)}`,
      );
      const { faults } = await verify(clinic);
      expect(faults[0]?.block, `${place} ${name}`).toBe(block);
      await tamper(
        clinic,
        `delete from audit.entry where seq in (select seq from public.kept union select seq + 1000000 from public.kept); insert into audit.entry select * from public.kept; delete from public.kept`,
      );
      expect((await verify(clinic)).faults, `${place} ${name} put back`).toEqual([]);
    }
  }
});

test.for(['min', 'max'] as const)('deleting one entry (the %s of all) is found, and the block is named', async (place, { clinic }) => {
  await fourBlocks(clinic);
  const [{ block } = { block: 0 }] = await clinic.sql('owner', `select ${blockOf(place)}::int as block`);
  await tamper(clinic, `delete from audit.entry where seq = ${entryOf(place)}`);
  expect((await verify(clinic)).faults[0]?.block).toBe(block);
});

test.for([
  ['number', 'number + 100'],
  ['sealed_at', "sealed_at + interval '1 second'"],
  ['entries', "entries + '{[900000,900001)}'::int8multirange"],
  ['entry_count', 'entry_count + 1'],
  ['previous_hash', "sha256('x')"],
  ['hash', "sha256('x')"],
] as const)('changing %s of the last block is found, and the block is named', async ([column, value], { clinic }) => {
  await fourBlocks(clinic);
  const [{ last } = { last: 0 }] = await clinic.sql('owner', 'select max(number)::int as last from audit.block');
  await tamper(clinic, `update audit.block set ${column} = ${value} where number = ${last}`);
  expect((await verify(clinic)).faults[0]?.block).toBe(last);
});

test('deleting the last block with its entries is found by the anchors, which are outside of the database', async ({ clinic }) => {
  await fourBlocks(clinic);
  const [{ last } = { last: 0 }] = await clinic.sql('owner', 'select max(number)::int as last from audit.block');
  await tamper(
    clinic,
    `delete from audit.entry e using audit.block b, unnest(b.entries) part where b.number = ${last} and e.seq >= lower(part) and e.seq < upper(part); delete from audit.block where number = ${last}`,
  );
  expect((await verify(clinic)).faults).toEqual([{ block: last, says: expect.stringContaining('cut off') }]);
});

test('an anchor that was changed differs from its block; anchors that were removed are missed', async ({ clinic }) => {
  await fourBlocks(clinic);
  const file = anchorFile(clinic.config.dataDirectory);
  const kept = await readFile(file, 'utf8');
  await writeFile(file, kept.replaceAll(/^2 [0-9a-f]{4}/gm, '2 0000'));
  expect((await verify(clinic)).faults).toEqual([{ block: 2, says: expect.stringContaining('anchored') }]);
  await writeFile(
    file,
    kept
      .split('\n')
      .filter((line) => !line.startsWith('2 '))
      .join('\n'),
  );
  expect((await verify(clinic)).faults).toEqual([{ block: 2, says: expect.stringContaining('anchor') }]);
  await writeFile(file, '');
  expect((await verify(clinic)).faults[0]?.block).toBe(1);
});

test('an entry that waits to be sealed is missed when it is deleted, and noticed when its waiting is', async ({ clinic }) => {
  await fourBlocks(clinic);
  await clinic.as('therapist');
  await tamper(clinic, `delete from audit.unsealed where seq = (select max(seq) from audit.unsealed)`);
  expect((await verify(clinic)).faults).toEqual([{ block: null, says: expect.stringContaining('in no block') }]);
});
