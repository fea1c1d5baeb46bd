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

describe('the chain', () => {
  test('holds as long as nobody touches it', async ({ clinic }) => {
    await fiveBlocks(clinic);
    expect(await verify(clinic)).toMatchObject({ blocks: 5, faults: [], waiting: 0, anchors: 5 });
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
