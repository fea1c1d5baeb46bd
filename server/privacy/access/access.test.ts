import pg from 'pg';
import { expect } from 'vitest';
import { clinicTest, type Clinic } from '#testing/clinic.ts';

interface Context {
  readonly programs: readonly string[];
  readonly permissions: string;
  readonly kind?: string;
  readonly actorId?: string;
  readonly purpose?: string;
}

/** Raw SQL as the application role, in one transaction that is rolled back. */
async function asApplication(
  clinic: Clinic,
  context: Context | undefined,
  queries: readonly (readonly [string, readonly unknown[]])[],
): Promise<Record<string, unknown>[][]> {
  const [{ name } = { name: '' }] = (await clinic.sql('app', 'select current_database() as name')) as { name: string }[];
  const client = await clinic.product.workshop.database.pool.connect();
  expect(name).not.toBe('');
  try {
    await client.query('begin');
    if (context) {
      const settings = {
        programs: `{${context.programs.join(',')}}`,
        permissions: context.permissions,
        actor_kind: context.kind ?? 'staff',
        actor_id: context.actorId ?? '',
        purpose: context.purpose ?? 'TREAT',
      };
      for (const [setting, value] of Object.entries(settings)) await client.query(`select set_config($1, $2, true)`, [`mooring.${setting}`, value]);
    }
    const results: Record<string, unknown>[][] = [];
    for (const [text, values] of queries) results.push((await client.query<Record<string, unknown>>(text, [...values])).rows);
    return results;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

// Agreements with companies name no patient.
const everyTable = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('privacy', 'patients') and c.relname <> 'agreement' or c.oid = 'programs.episode'::regclass`;
const count = (table: string) => [`select count(*)::int as count from ${table}`, []] as const;

clinicTest('without a context every table of privacy and patients, and every stay, is empty to the application role', async ({ clinic }) => {
  const tables = (await clinic.sql('owner', everyTable)).map((row) => String(row['name']));
  expect(tables.length).toBeGreaterThan(14);
  for (const [index, rows] of (await asApplication(clinic, undefined, tables.map(count))).entries()) expect(rows, tables[index]).toEqual([{ count: 0 }]);
});

clinicTest('permissions without a program show nobody, a program without permissions neither', async ({ clinic }) => {
  const permissions = 'patient.read,coverage.read,patient.merge';
  for (const context of [
    { programs: [], permissions },
    { programs: [clinic.ids.programs.otp], permissions: '' },
  ]) {
    const [people] = await asApplication(clinic, context, [count('patients.patient')]);
    expect(people).toEqual([{ count: 0 }]);
  }
});

clinicTest('who claims every program without being the system itself sees none', async ({ clinic }) => {
  const [people] = await asApplication(clinic, { programs: [], permissions: 'patient.read' }, [
    [`select set_config('mooring.programs', '*', true)`, []],
    count('patients.patient'),
  ]).then((results) => results.slice(1));
  expect(people).toEqual([{ count: 0 }]);
});

clinicTest('the settings of one transaction never reaches the next on the same connection', async ({ clinic }) => {
  const context = { programs: [clinic.ids.programs.otp], permissions: 'patient.read' };
  expect(await asApplication(clinic, context, [count('patients.patient')])).toEqual([[{ count: 1 }]]);
  for (let round = 0; round < 10; round += 1) expect(await asApplication(clinic, undefined, [count('patients.patient')])).toEqual([[{ count: 0 }]]);
});

clinicTest('the OTP sees its own person, outpatient does not', async ({ clinic }) => {
  const person = [`select id from patients.patient where id = $1`, [clinic.ids.patients.otp]] as const;
  expect(await asApplication(clinic, { programs: [clinic.ids.programs.otp], permissions: 'patient.read' }, [person])).toEqual([[{ id: clinic.ids.patients.otp }]]);
  expect(await asApplication(clinic, { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read' }, [person])).toEqual([[]]);
});

const alert = `insert into patients.alert (patient_id, program_id, kind, severity, says, since, labels) values ($1, $2, 'safety', 'note', 'Says something', now(), $3)`;

clinicTest('nobody writes into a program in which they do not work', async ({ clinic }) => {
  const context = { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read,alert.write' };
  const there = asApplication(clinic, context, [[alert, [clinic.ids.patients.outpatient, clinic.ids.programs.otp, []]]]);
  await expect(there).rejects.toThrow(/row-level security/);
  const without = asApplication(clinic, { ...context, permissions: 'patient.read' }, [[alert, [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient, []]]]);
  await expect(without).rejects.toThrow(/row-level security/);
});

clinicTest('records of a program with a Part 2 status are labelled, and those of one without any status too', async ({ clinic }) => {
  const labelled = `select labels from patients.alert where patient_id = $1 order by since desc limit 1`;
  for (const [program, labels] of [
    ['otp', ['part2']],
    ['outpatient', []],
  ] as const) {
    const context = { programs: [clinic.ids.programs[program]], permissions: 'patient.read,alert.write' };
    const values = [clinic.ids.patients[program], clinic.ids.programs[program], []];
    expect(
      (
        await asApplication(clinic, context, [
          [alert, values],
          [labelled, values.slice(0, 1)],
        ])
      )[1],
    ).toEqual([{ labels }]);
  }
  await clinic.sql('owner', 'delete from privacy.program_status where program_id = $1', [clinic.ids.programs.outpatient]);
  const context = { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read,alert.write' };
  const [, rows] = await asApplication(clinic, context, [
    [alert, [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient, []]],
    [labelled, [clinic.ids.patients.outpatient]],
  ]);
  expect(rows).toEqual([{ labels: ['part2'] }]);
});

clinicTest('labels are never taken away, and a record keeps its program', async ({ clinic }) => {
  const context = { programs: [clinic.ids.programs.otp, clinic.ids.programs.iop], permissions: 'patient.read,alert.write' };
  const write = [alert, [clinic.ids.patients.otp, clinic.ids.programs.otp, ['vip']]] as const;
  const [, stripped] = await asApplication(clinic, context, [
    write,
    [`update patients.alert set labels = '{}' where patient_id = $1 returning labels`, [clinic.ids.patients.otp]],
  ]);
  expect(stripped).toEqual([{ labels: ['part2', 'vip'] }]);
  const moved = asApplication(clinic, context, [
    write,
    [`update patients.alert set program_id = $1 where patient_id = $2`, [clinic.ids.programs.iop, clinic.ids.patients.otp]],
  ]);
  await expect(moved).rejects.toThrow(/keeps the program/);
});

clinicTest('a vault opens to nobody by working in the program, only by a grant that names its label', async ({ clinic }) => {
  const staffId = clinic.ids.staff.therapist;
  await clinic.sql('owner', alert, [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient, ['psychotherapy-note']]);
  const context = { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read', actorId: staffId };
  const alerts = count('patients.alert');
  expect(await asApplication(clinic, context, [alerts])).toEqual([[{ count: 0 }]]);
  const grant = `insert into privacy.access_grant (patient_id, grantee_staff_id, labels, kind, reason) values ($1, $2, $3, 'vault', 'Wrote it')`;
  await clinic.sql('owner', grant, [clinic.ids.patients.outpatient, staffId, ['sud-counseling-note']]);
  expect(await asApplication(clinic, context, [alerts])).toEqual([[{ count: 0 }]]);
  await clinic.sql('owner', grant, [clinic.ids.patients.outpatient, staffId, ['psychotherapy-note']]);
  expect(await asApplication(clinic, context, [alerts])).toEqual([[{ count: 1 }]]);
});

clinicTest('a grant opens only while it lasts, only for its purpose, only to its holder, only what its labels cover', async ({ clinic }) => {
  const holder = clinic.ids.staff['second-therapist'];
  const person = [`select count(*)::int as count from patients.alert where patient_id = $1`, [clinic.ids.patients.otp]] as const;
  await clinic.sql('owner', alert, [clinic.ids.patients.otp, clinic.ids.programs.otp, []]);
  await clinic.sql(
    'owner',
    `insert into privacy.access_grant (patient_id, grantee_staff_id, labels, kind, reason, valid_from, valid_to)
    values ($1, $2, '{part2}', 'consent', 'Signed consent', now() - interval '1 hour', now() + interval '1 hour')`,
    [clinic.ids.patients.otp, holder],
  );
  const context = { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read', actorId: holder };
  const seen = async (change: Partial<Context> = {}) => (await asApplication(clinic, { ...context, ...change }, [person]))[0];
  expect(await seen()).toEqual([{ count: 1 }]);
  expect(await seen({ purpose: 'HLEGAL' })).toEqual([{ count: 0 }]);
  expect(await seen({ actorId: clinic.ids.staff.therapist })).toEqual([{ count: 0 }]);
  expect(await seen({ permissions: 'schedule.read' })).toEqual([{ count: 0 }]);
  await clinic.sql('owner', `update privacy.access_grant set labels = '{}'`);
  expect(await seen()).toEqual([{ count: 0 }]);
  await clinic.sql('owner', `update privacy.access_grant set labels = '{part2}', valid_to = now() - interval '1 minute'`);
  expect(await seen()).toEqual([{ count: 0 }]);
});

clinicTest('a file is for those who reach its person or its program and hold the permission on it', async ({ clinic }) => {
  const { outpatient, otp } = clinic.ids.programs;
  const keep = `insert into platform.file (patient_id, program_id, permission, name, content_type, size, sha256, wrapped_key, storage_key, created_at)
    values ($1, $2, $3, 'x', 'image/png', 1, '', '', $4, now())`;
  await clinic.sql('owner', keep, [clinic.ids.patients.otp, null, 'patient.read', 'photo']);
  await clinic.sql('owner', keep, [clinic.ids.patients.otp, otp, 'chart.read', 'scan']);
  const files = [`select storage_key, labels from platform.file order by storage_key`, []] as const;
  const photo = { storage_key: 'photo', labels: [] };
  const scan = { storage_key: 'scan', labels: ['part2'] };
  expect(await asApplication(clinic, undefined, [files])).toEqual([[]]);
  expect(await asApplication(clinic, { programs: [outpatient], permissions: 'patient.read,chart.read' }, [files])).toEqual([[]]);
  expect(await asApplication(clinic, { programs: [otp], permissions: 'patient.read' }, [files])).toEqual([[photo]]);
  expect(await asApplication(clinic, { programs: [otp], permissions: 'patient.read,chart.read' }, [files])).toEqual([[photo, scan]]);
});

clinicTest('nobody grants access to themself', async ({ clinic }) => {
  const actorId = clinic.ids.staff['privacy-officer'];
  const own = asApplication(clinic, { programs: [], permissions: 'privacy.review', actorId }, [
    [`insert into privacy.access_grant (patient_id, grantee_staff_id, kind, reason) values ($1, $2, 'consent', 'Curious')`, [clinic.ids.patients.otp, actorId]],
  ]);
  await expect(own).rejects.toThrow(pg.DatabaseError);
});

clinicTest('policies are asked once a query and leave the index to it', async ({ clinic }) => {
  const context = { programs: [clinic.ids.programs.outpatient], permissions: 'patient.read' };
  const [, plan = []] = await asApplication(clinic, context, [
    [`set local enable_seqscan = off`, []],
    [`explain select * from patients.alert where patient_id = $1`, [clinic.ids.patients.outpatient]],
  ]);
  const text = plan.map((row) => String(row['QUERY PLAN'])).join('\n');
  expect(text).toContain('alert_of_patient');
  expect(text).toMatch(/Index Cond: \(patient_id = /);
  expect(text).toContain('InitPlan');
  expect(text).not.toMatch(/has_permission|my_programs/);
});
