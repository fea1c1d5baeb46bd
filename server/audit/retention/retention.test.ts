import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { anchorFile, sealEntries, verifyChain } from '../index.ts';

/** Entries of some years ago, sealed then: a block for each age. */
async function ages(clinic: Clinic, years: readonly number[]): Promise<void> {
  for (const age of years) {
    await clinic.sql(
      'owner',
      `select audit.write(jsonb_build_object('at', now() - make_interval(years => $1, days => 1), 'action', 'note.read', 'purpose', 'TREAT', 'actorKind', 'staff',
        'actorName', 'Ana', 'actorRoles', '[]'::jsonb, 'patientIds', jsonb_build_array(uuidv7()), 'fields', '[]'::jsonb)) from generate_series(1, 5)`,
      [age],
    );
    clinic.clock.set(Temporal.Now.zonedDateTimeISO('UTC').subtract({ years: age, days: 1 }).toInstant().round('millisecond'));
    const blocks = async () => (await clinic.sql('owner', 'select count(*)::int as count from audit.block'))[0]?.['count'] as number;
    const before = await blocks();
    while ((await blocks()) === before) await sealEntries(clinic.product.workshop);
  }
}

async function retire(clinic: Clinic): Promise<void> {
  await clinic.sql('owner', `select graphile_worker.add_job('audit.retire', '{}'::json)`);
  await clinic.settleJobs();
}

const verify = (clinic: Clinic) => verifyChain(clinic.product.workshop.database, anchorFile(clinic.config.dataDirectory));
const left = (clinic: Clinic) =>
  clinic.sql(
    'owner',
    `select extract(year from age(now(), at))::int as years, count(*)::int as count from audit.entry where action = 'note.read' group by 1 order by 1 desc`,
  );

test('the nightly job removes what is older than six years and nothing younger; the chain still holds', async ({ clinic }) => {
  await ages(clinic, [8, 6, 5, 1]);
  await retire(clinic);
  expect(await left(clinic)).toEqual([
    { years: 5, count: 5 },
    { years: 1, count: 5 },
  ]);
  expect(await clinic.sql('owner', 'select count(*)::int as count from audit.entry_patient p where not exists (select from audit.entry e where e.seq = p.seq)')).toEqual([
    { count: 0 },
  ]);
  expect(await verify(clinic)).toMatchObject({ blocks: 4, faults: [] });
});

test('an old block behind a younger one stays: the chain is shortened from its beginning only', async ({ clinic }) => {
  await ages(clinic, [5, 8]);
  await retire(clinic);
  expect(await left(clinic)).toEqual([
    { years: 8, count: 5 },
    { years: 5, count: 5 },
  ]);
});

test('a clock set ahead, or a policy of fewer years, removes nothing', async ({ clinic }) => {
  await ages(clinic, [5]);
  clinic.clock.set(Temporal.Instant.from('2099-01-01T00:00:00Z'));
  await retire(clinic);
  expect(await left(clinic)).toEqual([{ years: 5, count: 5 }]);
  await expect(clinic.sql('owner', `update audit.retention set years = 5`)).rejects.toThrow('retention_years_check');
  await expect(clinic.sql('app', 'delete from audit.entry')).rejects.toThrow('permission denied');
});

test('who pretends that a younger block was retired is found out', async ({ clinic }) => {
  await ages(clinic, [7, 5]);
  await clinic.sql(
    'owner',
    `begin; set local session_replication_role = replica; insert into audit.retired_block (number, entries, entry_count) select number, entries, entry_count from audit.block where number = 2;
     delete from audit.entry e using audit.block b, unnest(b.entries) part where b.number = 2 and e.seq >= lower(part) and e.seq < upper(part); commit`,
  );
  expect((await verify(clinic)).faults[0]).toEqual({ block: 2, says: expect.stringContaining('six years') });
  // Nor does it help to date the block back: the anchor remembers the day.
  await clinic.sql(
    'owner',
    `begin; set local session_replication_role = replica; update audit.block set sealed_at = sealed_at - interval '3 years' where number = 2; commit`,
  );
  expect((await verify(clinic)).faults[0]).toEqual({ block: 2, says: expect.stringContaining('anchored') });
});

test('changing a retired block, forgetting that it retired, or bringing back an entry of it is found', async ({ clinic }) => {
  await ages(clinic, [8, 7, 5]);
  const [entry] = await clinic.sql('owner', `select seq from audit.entry order by seq limit 1`);
  await clinic.sql('owner', 'create table public.kept as select * from audit.entry where seq = $1', [entry?.['seq']]);
  await retire(clinic);
  expect((await verify(clinic)).faults).toEqual([]);
  for (const [change, back, block] of [
    [
      "update audit.block set entries = entries + '{[900000,900001)}' where number = 1",
      "update audit.block set entries = entries - '{[900000,900001)}' where number = 1",
      1,
    ],
    ['update audit.block set entry_count = entry_count + 1 where number = 1', 'update audit.block set entry_count = entry_count - 1 where number = 1', 1],
    [
      'update audit.block set sealed_at = sealed_at + make_interval(secs => 1) where number = 1',
      'update audit.block set sealed_at = sealed_at - make_interval(secs => 1) where number = 1',
      1,
    ],
    [
      'delete from audit.retired_block where number = 1',
      'insert into audit.retired_block (number, entries, entry_count) select number, entries, entry_count from audit.block where number = 1',
      1,
    ],
    ['insert into audit.entry select * from public.kept', 'delete from audit.entry where seq in (select seq from public.kept)', 1],
  ] as const) {
    await clinic.sql('owner', `begin; set local session_replication_role = replica; ${change}; commit`);
    expect((await verify(clinic)).faults[0]?.block, change).toBe(block);
    await clinic.sql('owner', `begin; set local session_replication_role = replica; ${back}; commit`);
    expect((await verify(clinic)).faults, back).toEqual([]);
  }
});
