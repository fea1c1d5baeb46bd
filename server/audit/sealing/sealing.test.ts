import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { anchorFile, sealEntries, verifyChain } from '../index.ts';

const anchors = (clinic: Clinic) => anchorFile(clinic.config.dataDirectory);
const verify = (clinic: Clinic) => verifyChain(clinic.product.workshop.database, anchors(clinic));

/** Entries as actions write them, some with all that could confuse a printer. */
async function write(clinic: Clinic, count: number): Promise<void> {
  await clinic.sql(
    'owner',
    `select audit.write(jsonb_build_object('at', '2026-11-23T18:00:00Z', 'action', 'note.read', 'purpose', 'TREAT', 'actorKind', 'staff',
    'actorName', E'Ana\\tRivera\\n\\\\N', 'actorRoles', '["therapist"]'::jsonb, 'patientIds', jsonb_build_array(uuidv7(), uuidv7()), 'fields', '[]'::jsonb, 'details', jsonb_build_object('n', n)))
    from generate_series(1, ${count}) n`,
  );
}

/** Seals until nothing waits: transactions of other databases on the server hold back the horizon for their while. */
async function sealAll(clinic: Clinic): Promise<void> {
  do await sealEntries(clinic.product.workshop);
  while ((await verify(clinic)).waiting > 0);
}

/** Five blocks of ten entries. */
async function fiveBlocks(clinic: Clinic): Promise<void> {
  for (let block = 0; block < 5; block += 1) {
    await write(clinic, 10);
    await sealAll(clinic);
  }
}

/** What somebody with the keys of the database server could do: the triggers are theirs to switch off. */
const tamper = (clinic: Clinic, text: string) => clinic.sql('owner', `begin; set local session_replication_role = replica; ${text}; commit`);

/** Numbers of the entries of the third block. */
const inThird = '(select lower(unnest(entries)) + 4 from audit.block where number = 3)';

describe('the chain', () => {
  test('holds as long as nobody touches it', async ({ clinic }) => {
    await fiveBlocks(clinic);
    expect(await verify(clinic)).toMatchObject({ blocks: 5, faults: [], waiting: 0, anchors: 5 });
  });

  test.for([
    ['an altered entry', `update audit.entry set actor_name = 'Somebody else' where seq = ${inThird}`],
    ['a deleted entry', `delete from audit.entry where seq = ${inThird}`],
    ['a block whose count was edited', 'update audit.block set entry_count = entry_count + 1 where number = 3'],
    ['a block whose hash was edited', `update audit.block set hash = sha256('x') where number = 3`],
    [
      'a block from which an entry was taken',
      `update audit.block set entries = entries - int8multirange(int8range(${inThird}, ${inThird}, '[]')), entry_count = entry_count - 1 where number = 3`,
    ],
    ['a block that is gone', 'delete from audit.block where number = 3'],
  ] as const)('names the block of %s first', async ([, change], { clinic }) => {
    await fiveBlocks(clinic);
    await tamper(clinic, change);
    const { faults } = await verify(clinic);
    expect(faults[0]?.block).toBe(3);
  });

  test('names an entry that was put in by another way than audit.write', async ({ clinic }) => {
    await fiveBlocks(clinic);
    const [forged] = await clinic.sql(
      'owner',
      `insert into audit.entry (at, action, outcome, purpose, actor_kind, actor_name, actor_roles, patient_ids, fields, details)
      values (now(), 'note.read', 'done', 'TREAT', 'staff', 'Nobody', '{}', '{}', '{}', '{}') returning seq`,
    );
    const { faults } = await verify(clinic);
    expect(faults).toEqual([{ block: null, says: expect.stringContaining(String(forged?.['seq'])) }]);
  });

  test('names an entry that vanished before it was sealed', async ({ clinic }) => {
    await fiveBlocks(clinic);
    await write(clinic, 1);
    await tamper(clinic, 'delete from audit.entry where seq = (select max(seq) from audit.entry)');
    expect((await verify(clinic)).faults).toHaveLength(1);
  });

  test('that is cut off at its end differs from its anchors', async ({ clinic }) => {
    await fiveBlocks(clinic);
    await tamper(
      clinic,
      `delete from audit.entry where seq >= (select min(lower(r)) from audit.block, unnest(entries) r where number = 4); delete from audit.block where number >= 4`,
    );
    expect((await verify(clinic)).faults).toEqual([{ block: 4, says: expect.stringContaining('cut off') }]);
  });

  test('that was computed anew differs from its anchors', async ({ clinic }) => {
    await fiveBlocks(clinic);
    const kept = await readFile(anchors(clinic), 'utf8');
    await tamper(
      clinic,
      `update audit.entry set actor_name = 'Somebody else' where seq = ${inThird}; insert into audit.unsealed select seq, '1' from audit.entry, audit.block, unnest(entries) r where number >= 3 and seq <@ r; delete from audit.block where number >= 3`,
    );
    await sealAll(clinic);
    await writeFile(anchors(clinic), kept);
    expect((await verify(clinic)).faults[0]).toMatchObject({ block: 3, says: expect.stringContaining('anchored') });
  });

  test('takes in an entry that commits after later ones were sealed', async ({ clinic }) => {
    const client = await clinic.product.workshop.database.pool.connect();
    await client.query('begin');
    const entry = JSON.stringify({
      at: '2026-11-23T18:00:00Z',
      action: 'late',
      purpose: 'TREAT',
      actorKind: 'staff',
      actorName: 'Late',
      actorRoles: [],
      patientIds: [],
      fields: [],
    });
    const { rows } = await client.query<{ seq: number }>('select audit.write($1::jsonb) as seq', [entry]);
    await write(clinic, 10);
    await sealEntries(clinic.product.workshop);
    // The open transaction holds back the horizon: nothing at or after it is sealed yet.
    expect(await verify(clinic)).toMatchObject({ faults: [] });
    await client.query('commit');
    client.release();
    await write(clinic, 10);
    await sealAll(clinic);
    expect(await verify(clinic)).toMatchObject({ faults: [], waiting: 0 });
    expect(await clinic.sql('owner', 'select number from audit.block where entries @> $1::bigint', [rows[0]?.seq])).toHaveLength(1);
  });

  test('is sealed by one of many who try at once, each entry once', async ({ clinic }) => {
    await write(clinic, 50);
    await Promise.all(Array.from({ length: 4 }, () => sealEntries(clinic.product.workshop)));
    await sealAll(clinic);
    expect(await verify(clinic)).toMatchObject({ faults: [], waiting: 0 });
  });
});

describe('entries', () => {
  test.for([
    'update audit.entry set action = action',
    'delete from audit.entry',
    'truncate audit.entry',
    `update audit.block set entry_count = 1`,
    'delete from audit.entry_patient',
  ])('refuse "%s", also for the owner', async (statement, { clinic }) => {
    await write(clinic, 1);
    await expect(clinic.sql('owner', statement)).rejects.toThrow('only ever added to');
    await expect(clinic.sql('app', statement)).rejects.toThrow('permission denied');
  });

  test('are added by the application through audit.write and by no other way', async ({ clinic }) => {
    await expect(
      clinic.sql(
        'app',
        `insert into audit.entry (at, action, outcome, purpose, actor_kind, actor_name, actor_roles, patient_ids, fields, details)
      values (now(), 'x', 'done', 'TREAT', 'staff', 'x', '{}', '{}', '{}', '{}')`,
      ),
    ).rejects.toThrow('permission denied');
  });

  test('are seen by nobody without a context', async ({ clinic }) => {
    await write(clinic, 3);
    expect(await clinic.sql('app', 'select * from audit.entry')).toEqual([]);
    expect(await clinic.sql('app', 'select * from audit.entry_patient')).toEqual([]);
  });
});
