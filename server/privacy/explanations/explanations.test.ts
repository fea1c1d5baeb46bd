import { describe, expect } from 'vitest';
import pg from 'pg';
import { perform, type Actor } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { whyOne } from './explain.action.ts';
import { recordKinds, type RecordKindName } from './record-kinds.ts';

// The rule agrees with the database on more than 100,000 triples in access/row-visibility.test.ts; here the whole way is asked, from staff and their roles to the answer.
// `TRIPLES=100000 vitest run server/privacy/explanations` takes that way as often.
const triples = Number(process.env['TRIPLES'] ?? 1000);
const purposes = ['TREAT', 'ETREAT', 'HPAYMT', 'HOPERAT'] as const;
const kinds: readonly RecordKindName[] = ['person', 'alert', 'episode'];

/** The same row of numbers for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: () => number, items: readonly T[]): T {
  const found = items[Math.floor(random() * items.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

interface Subject {
  readonly kind: RecordKindName;
  readonly patientId: string;
  readonly recordId: string;
}

/** Random alerts and grants over the clinic's patients, programs and staff; answers everything that can be asked about. */
async function world(clinic: Clinic, random: () => number): Promise<Subject[]> {
  const [patients, programs, staff] = [clinic.ids.patients, clinic.ids.programs, clinic.ids.staff].map((ids) => Object.values(ids));
  const labels = ['part2', 'hiv', 'psychotherapy-note'];
  const some = () => `{${labels.filter(() => random() < 0.3).join(',')}}`;
  for (let index = 0; index < 40; index += 1) {
    await clinic.sql(
      'owner',
      `insert into patients.alert (patient_id, program_id, labels, kind, severity, says, since) values ($1, $2, $3, 'clinical', 'note', 'x', now())`,
      [pick(random, patients ?? []), pick(random, programs ?? []), some()],
    );
    await clinic.sql(
      'owner',
      `insert into privacy.access_grant (patient_id, grantee_staff_id, program_id, labels, purposes, kind, reason, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, 'consent', 'x', '2026-11-23T12:00:00Z', $6)`,
      [
        pick(random, patients ?? []),
        pick(random, staff ?? []),
        random() < 0.5 ? null : pick(random, programs ?? []),
        some(),
        [pick(random, purposes)],
        pick(random, [null, '2026-11-23T17:59:59Z', '2026-11-23T18:00:00Z', '2026-11-24T00:00:00Z']),
      ],
    );
  }
  const rows = await clinic.sql(
    'owner',
    `select 'alert' as kind, patient_id, id from patients.alert union all select 'episode', patient_id, id from programs.episode union all select 'person', id, id from patients.patient`,
  );
  return rows.map(({ kind, patient_id: patientId, id }) => ({ kind, patientId, recordId: id })) as Subject[];
}

/** What the database shows somebody for a purpose, as the application role in their name: the ids of each kind. */
async function shown(clinic: Clinic, staffId: string, purpose: string): Promise<ReadonlySet<string>> {
  const [facts = {}] = await clinic.sql(
    'owner',
    `select array(select permission_code from identity.staff_permission where staff_id = $1)::text[] as permissions, array(select program_id::text from identity.staff_membership where staff_id = $1) as programs`,
    [staffId],
  );
  const client = await clinic.product.workshop.database.pool.connect();
  try {
    await client.query('begin');
    const settings = {
      actor_kind: 'staff',
      actor_id: staffId,
      purpose,
      permissions: facts['permissions'].join(','),
      programs: `{${facts['programs'].join(',')}}`,
      now: clinic.clock.now().toString(),
    };
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [`mooring.${name}`, value]);
    const { rows } = await client.query<{ found: string }>(kinds.map((kind) => `select '${kind} ' || id as found from ${recordKinds[kind].table}`).join(' union all '));
    return new Set(rows.map(({ found }) => found));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('an explanation', () => {
  test('agrees with what the database shows, for every person, record and purpose asked at random', { timeout: 1_800_000 }, async ({ clinic }) => {
    const random = chance(20261123);
    const subjects = await world(clinic, random);
    const staff = Object.values(clinic.ids.staff);
    const seen = new Map<string, ReadonlySet<string>>();
    for (const staffId of staff) for (const purpose of purposes) seen.set(`${staffId} ${purpose}`, await shown(clinic, staffId, purpose));
    const officer: Actor = {
      kind: 'staff',
      id: clinic.ids.staff['privacy-officer'],
      name: 'Judith Cox',
      roles: [],
      permissions: new Set(['privacy.review', 'patient.read']),
      programIds: [],
      sessionId: null,
    };
    const counted = { yes: 0, no: 0, slowest: 0 };
    for (let turn = 0; turn < triples; turn += 1) {
      const [staffId, purpose, subject] = [pick(random, staff), pick(random, purposes), pick(random, subjects)];
      const began = performance.now();
      const answer = await perform(clinic.product.workshop, { actor: officer, purpose: 'HOPERAT', traceId: 't' }, whyOne, { staffId, purpose, ...subject });
      counted.slowest = Math.max(counted.slowest, performance.now() - began);
      const isShown = seen.get(`${staffId} ${purpose}`)?.has(`${subject.kind} ${subject.recordId}`) === true;
      expect(answer.canSee, JSON.stringify({ staffId, purpose, subject, chain: answer.chain })).toBe(isShown);
      counted[isShown ? 'yes' : 'no'] += 1;
    }
    process.stdout.write(`${triples} triples agree: ${counted.yes} shown, ${counted.no} hidden; slowest ${counted.slowest.toFixed(0)} ms\n`);
    expect(counted.yes).toBeGreaterThan(triples / 50);
    expect(counted.no).toBeGreaterThan(triples / 50);
  });

  test('names the permission that the policy of each table asks for', async ({ clinic }) => {
    for (const [name, { table, permissions }] of Object.entries(recordKinds)) {
      const [policy = {}] = await clinic.sql(
        'owner',
        `select pg_get_expr(polqual, polrelid) as reach from pg_policy where polrelid = $1::regclass and polname = 'reach'`,
        [table],
      );
      expect(String(policy['reach']), name).toContain(`has_permission('${permissions.join(',')}'::text)`);
    }
  });

  test('tells the privacy officer who can see a record, and is for nobody else', async ({ clinic }) => {
    const patientId = clinic.ids.patients.otp;
    const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/who-can-see`);
    expect(body.items.map(({ staffId }: { staffId: string }) => staffId)).toContain(clinic.ids.staff['otp-therapist']);
    expect(body.items.map(({ staffId }: { staffId: string }) => staffId)).not.toContain(clinic.ids.staff['second-therapist']);
    const why = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/why?staffId=${clinic.ids.staff['second-therapist']}`);
    expect(why.body).toMatchObject({ canSee: false, chain: [{ code: 'no-reach' }] });
    expect((await (await clinic.as('therapist')).get(`/patients/${patientId}/who-can-see`)).status).toBe(403);
    await expect(clinic.sql('app', `select privacy.facts_of_reach($1)`, [patientId])).rejects.toThrow(pg.DatabaseError);
  });

  test('at a closed door is the same for somebody hidden and for nobody', async ({ clinic }) => {
    const therapist = await clinic.as('second-therapist');
    const hidden = await therapist.get(`/patients/${clinic.ids.patients.otp}/why-not`);
    const nobody = await therapist.get('/patients/019aaaaa-0000-7000-8000-000000000000/why-not');
    expect(hidden.status).toBe(200);
    expect(hidden.bytes).toEqual(nobody.bytes);
    expect((await therapist.get(`/patients/${clinic.ids.patients.outpatient}/why-not`)).body.sees).toContain('what these programs recorded');
  });
});
