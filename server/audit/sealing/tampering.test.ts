import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type {} from '#testing/provided.ts';
import { anchorFile, sealEntries, verifyChain, type Verdict } from '../index.ts';

// An hour after the sealing: by then each block has its anchor.
const verify = (clinic: Clinic) => verifyChain(clinic.product.workshop.database, anchorFile(clinic.config.dataDirectory), clinic.clock.now().add({ hours: 1 }));

const tables = ['entry', 'entry_patient', 'unsealed', 'block', 'retired_block'];
// What somebody with the keys of the database server can do: the triggers are theirs to switch off.
const asIntruder = (clinic: Clinic, text: string) => clinic.sql('owner', `begin; set local session_replication_role = replica; ${text}; commit`);
const back = tables.map((name) => `delete from audit.${name}; insert into audit.${name} select * from public.kept_${name}`).join(';');

/** Four blocks of three entries with every column filled, and all of it kept so that each change can be tried alone. */
async function fourBlocks(clinic: Clinic): Promise<void> {
  for (let block = 0; block < 4; block += 1) {
    await clinic.sql(
      'owner',
      `select audit.write(jsonb_build_object('at', '2026-11-23T18:00:00Z', 'action', 'note.read', 'outcome', 'done', 'purpose', 'TREAT', 'actorKind', 'staff', 'actorId', uuidv7(),
        'actorName', 'Ana Rivera', 'actorRoles', '["therapist"]'::jsonb, 'patientIds', jsonb_build_array(uuidv7(), uuidv7()), 'subjectKind', 'note', 'subjectId', 'n', 'programId', uuidv7(),
        'reason', 'r', 'fields', '["text"]'::jsonb, 'details', jsonb_build_object('n', n), 'sessionId', uuidv7(), 'address', '10.0.0.1', 'device', 'Firefox', 'traceId', 't'))
       from generate_series(1, 3) n`,
    );
    // Transactions of other databases on the server hold back the horizon for their while.
    do await sealEntries(clinic.product.workshop);
    while ((await verify(clinic)).waiting > 0);
  }
  await clinic.sql('owner', tables.map((name) => `create table public.kept_${name} as select * from audit.${name}`).join(';'));
}

/** What verification says of one change, which is undone afterwards. */
async function found(clinic: Clinic, change: string): Promise<Verdict['faults']> {
  await asIntruder(clinic, change);
  const { faults } = await verify(clinic);
  await asIntruder(clinic, back);
  return faults;
}

interface Sealed {
  readonly seq: number;
  readonly block: number;
}

async function sealedEntries(clinic: Clinic): Promise<Sealed[]> {
  const rows = await clinic.sql('owner', 'select e.seq::int as seq, b.number::int as block from audit.entry e join audit.block b on e.seq <@ b.entries order by e.seq');
  return rows as Sealed[];
}

const changes: Readonly<Record<string, string>> = {
  bigint: '%I + 1000000',
  integer: '%I + 1',
  'timestamp with time zone': "%I + interval '1 microsecond'",
  text: "%I || 'x'",
  uuid: 'uuidv7()',
  ARRAY: 'array_append(%I, %I[1])',
  jsonb: `%I || '{"x": 1}'`,
  bytea: "sha256('x')",
  int8multirange: "%I + '{[900000,900001)}'",
};

/** Each column of a table with a change that its type allows. */
async function columnsOf(clinic: Clinic, table: string): Promise<{ name: string; change: string }[]> {
  const rows = await clinic.sql(
    'owner',
    `select column_name as name, coalesce(nullif(data_type, 'USER-DEFINED'), udt_name) as type from information_schema.columns where table_schema = 'audit' and table_name = $1 order by ordinal_position`,
    [table],
  );
  return rows.map(({ name, type }) => ({
    name: String(name),
    change: name === 'outcome' ? "'denied'" : (changes[String(type)] ?? `no change for ${type}`).replaceAll('%I', String(name)),
  }));
}

test('changing any column of an entry, and deleting any entry, is found and the block is named', { timeout: 120_000 }, async ({ clinic }) => {
  await fourBlocks(clinic);
  const [entries, columns] = [await sealedEntries(clinic), await columnsOf(clinic, 'entry')];
  expect([entries.length >= 12, columns.length]).toEqual([true, 20]);
  let tried = 0;
  for (const [place, { seq, block }] of entries.entries()) {
    expect((await found(clinic, `delete from audit.entry where seq = ${seq}`))[0]?.block, `${seq} deleted`).toBe(block);
    // Each entry with some columns, each column with some entries.
    for (const { name, change } of columns.filter((_unused, column) => column % 4 === place % 4)) {
      expect((await found(clinic, `update audit.entry set ${name} = ${change} where seq = ${seq}`))[0]?.block, `${seq} ${name}`).toBe(block);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThanOrEqual(60);
  expect((await verify(clinic)).faults).toEqual([]);
});

test('changing any column of any block, and deleting any block, is found and the block is named', { timeout: 120_000 }, async ({ clinic }) => {
  await fourBlocks(clinic);
  const columns = await columnsOf(clinic, 'block');
  expect(columns).toHaveLength(6);
  const blocks = await clinic.sql('owner', 'select number::int as number from audit.block order by number');
  for (const { number } of blocks) {
    expect((await found(clinic, `delete from audit.block where number = ${number}`))[0]?.block, `${number} deleted`).toBe(number);
    const withEntries = `delete from audit.entry_patient using audit.block b where number = ${number} and seq <@ entries; delete from audit.entry using audit.block b where number = ${number} and seq <@ entries; delete from audit.block where number = ${number}`;
    expect((await found(clinic, withEntries))[0]?.block, `${number} deleted with its entries`).toBe(number);
    for (const { name, change } of columns)
      expect((await found(clinic, `update audit.block set ${name} = ${change} where number = ${number}`))[0]?.block, `${number} ${name}`).toBe(number);
    expect((await found(clinic, `insert into audit.retired_block select number, entries, entry_count from audit.block where number = ${number}`))[0]?.block).toBe(number);
  }
});

test('entries that change places, come in anew or stand twice are found', async ({ clinic }) => {
  await fourBlocks(clinic);
  const entries = await sealedEntries(clinic);
  const [first, second, last] = [entries[0], entries[1], entries.at(-1)];
  if (!first || !second || !last) throw new Error('No entries');
  const swap = (a: number, b: number) =>
    `update audit.entry set seq = -1 where seq = ${a}; update audit.entry set seq = ${a} where seq = ${b}; update audit.entry set seq = ${b} where seq = -1`;
  expect((await found(clinic, swap(first.seq, second.seq)))[0]?.block).toBe(first.block);
  expect((await found(clinic, swap(first.seq, last.seq))).map(({ block }) => block)).toEqual(expect.arrayContaining([first.block, last.block]));
  const columns = (await columnsOf(clinic, 'entry')).slice(1).map(({ name }) => name);
  const copied = `insert into audit.entry (seq, ${columns.join(', ')}) select %, ${columns.join(', ')} from audit.entry where seq = ${first.seq}`;
  expect(await found(clinic, copied.replace('%', '0'))).toContainEqual({ block: null, says: expect.stringContaining('in no block') });
  expect(await found(clinic, copied.replace('%', '900000'))).toContainEqual({ block: null, says: expect.stringContaining('900000') });
  expect(await found(clinic, `insert into audit.unsealed (seq) values (${first.seq})`)).toEqual([{ block: null, says: expect.stringContaining(String(first.seq)) }]);
  const blocks = 'update audit.block set number = -number where number in (2, 3); update audit.block set number = number + 5 where number < 0';
  expect((await found(clinic, `alter table audit.block drop constraint block_number_check; ${blocks}`))[0]?.block).toBe(2);
});

test('a chain that was computed anew from a changed entry on does not agree with its anchors', async ({ clinic }) => {
  await fourBlocks(clinic);
  const file = anchorFile(clinic.config.dataDirectory);
  const kept = await readFile(file, 'utf8');
  const changed = (await sealedEntries(clinic)).find(({ block }) => block === 2);
  await asIntruder(
    clinic,
    `update audit.entry set actor_name = 'Somebody else' where seq = ${changed?.seq}; insert into audit.unsealed (seq) select seq from audit.entry join audit.block on seq <@ entries where number >= 2; delete from audit.block where number >= 2`,
  );
  do await sealEntries(clinic.product.workshop);
  while ((await verify(clinic)).waiting > 0);
  expect((await verify(clinic)).faults[0]).toEqual({ block: 2, says: expect.stringContaining('anchored') });
  // Lines added behind the true ones cover nothing up.
  const [forged] = await clinic.sql('owner', `select number || ' ' || encode(hash, 'hex') as line from audit.block where number = 2`);
  await appendFile(file, `${forged?.['line']} 2026-11-23T18:00:00Z\n`);
  expect((await verify(clinic)).faults[0]).toEqual({ block: 2, says: expect.stringContaining('anchored') });
  await writeFile(file, kept);
});

test('changing or deleting any line of the index by which patients find who looked is found, and the block is named', async ({ clinic }) => {
  await fourBlocks(clinic);
  const lines = await clinic.sql(
    'owner',
    'select p.seq::int as seq, p.patient_id, b.number::int as block from audit.entry_patient p join audit.block b on p.seq <@ b.entries',
  );
  expect(lines.length).toBeGreaterThanOrEqual(24);
  for (const [place, { seq, patient_id: patient, block }] of lines.entries()) {
    const where = `where seq = ${seq} and patient_id = '${patient}'`;
    expect((await found(clinic, `delete from audit.entry_patient ${where}`))[0]?.block).toBe(block);
    const change = place % 2 === 0 ? 'patient_id = uuidv7()' : 'seq = seq + 1000000';
    expect((await found(clinic, `update audit.entry_patient set ${change} ${where}`))[0]?.block, change).toBe(block);
  }
  expect(await found(clinic, `insert into audit.entry_patient (patient_id, seq) values (uuidv7(), ${lines[0]?.['seq']})`)).toHaveLength(1);
});

test('changing or removing any anchor is found, and the block is named', async ({ clinic }) => {
  await fourBlocks(clinic);
  const file = anchorFile(clinic.config.dataDirectory);
  const kept = await readFile(file, 'utf8');
  const numbers = [...kept.matchAll(/^(\d+) /gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThanOrEqual(4);
  for (const number of numbers) {
    for (const [what, text] of [
      ['hash', kept.replaceAll(new RegExp(`^${number} [0-9a-f]{4}`, 'gm'), `${number} 0000`)],
      ['moment', kept.replaceAll(new RegExp(`^(${number} [0-9a-f]{64}) .*$`, 'gm'), '$1 2020-01-01T00:00:00Z')],
      ['line', kept.replaceAll(new RegExp(`^${number} .*\n`, 'gm'), '')],
    ] as const) {
      await writeFile(file, text);
      expect((await verify(clinic)).faults, `${what} of ${number}`).toEqual([{ block: number, says: expect.stringContaining('anchor') }]);
    }
  }
  await writeFile(file, '');
  expect((await verify(clinic)).faults[0]?.block).toBe(1);
});

test('an entry that waits to be sealed is missed when it is deleted, and noticed when its waiting is', async ({ clinic }) => {
  await fourBlocks(clinic);
  await clinic.as('therapist');
  await asIntruder(
    clinic,
    `delete from audit.entry_patient where seq = (select max(seq) from audit.unsealed); delete from audit.entry where seq = (select max(seq) from audit.unsealed)`,
  );
  expect((await verify(clinic)).faults).toEqual([{ block: null, says: expect.stringContaining('before they were sealed') }]);
  await asIntruder(clinic, back);
  await clinic.again('therapist');
  await asIntruder(clinic, `delete from audit.unsealed where seq = (select max(seq) from audit.unsealed)`);
  expect((await verify(clinic)).faults).toEqual([{ block: null, says: expect.stringContaining('in no block') }]);
});

test('npm run audit:verify ends with 1 and names the block', { timeout: 60_000 }, async ({ clinic }) => {
  await fourBlocks(clinic);
  const address = new URL(inject('postgresUrl'));
  address.pathname = `/${(await clinic.sql('owner', 'select current_database() as name'))[0]?.['name']}`;
  const run = () =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: address.href, MOORING_DATA: clinic.config.dataDirectory, MOORING_MASTER_KEY: inject('masterKey') };
      execFile(process.execPath, [join(import.meta.dirname, '../../../scripts/audit-verify.ts')], { env }, (error, out, wrong) =>
        resolve({ code: Number(error?.code ?? 0), said: out + wrong }),
      );
    });
  expect(await run()).toEqual({ code: 0, said: expect.stringContaining('The audit holds') });
  await asIntruder(clinic, `update audit.entry set actor_name = 'Somebody else' where seq = (select lower(entries) from audit.block where number = 3)`);
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('block 3:') });
});
