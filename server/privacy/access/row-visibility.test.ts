import fc from 'fast-check';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { withDatabaseCopy } from '#testing/database-copy.ts';
import { narrowedFor, visibleClinical, visibleContacts, visibleRecords, visibleVault, type Context, type World } from '#testing/row-visibility-model.ts';
import { explain, type Asked, type HeldGrant } from '../explanations/explain.rules.ts';
import { recordKinds } from '../explanations/record-kinds.ts';

const start = Temporal.Instant.from('2026-11-23T18:00:00Z');
const at = (minutes: number) => start.add({ minutes }).toString();
const numbered = (kind: string, count: number) => Array.from({ length: count }, (_unused, index) => `0199${kind}00-0000-7000-8000-${String(index).padStart(12, '0')}`);
const [patients, programs, staff] = [numbered('aa', 5), numbered('bb', 5), numbered('cc', 4)];
const contentLabels = ['part2', 'psy', 'psychotherapy-note', 'sud-counseling-note'];

/** Who works here: the second supervises the first. */
const colleagues = staff.map((id, index) => ({
  id,
  roles: [['therapist'], ['prescriber'], ['nurse'], []][index] ?? [],
  supervisorId: index === 0 ? (staff[1] ?? null) : null,
}));

const oneOf = (items: readonly string[]) => fc.constantFrom(...items);
const someOf = (items: readonly string[]) => fc.subarray([...items]);
const id = fc.uuid({ version: 7 });
const lasting = { from: fc.integer({ min: -60, max: 60 }), length: fc.option(fc.integer({ min: 1, max: 90 })) };
const ended = <Row extends { from: number; length: number | null }>({ length, ...row }: Row) => ({ ...row, to: length === null ? null : row.from + length });

const worlds: fc.Arbitrary<World> = fc
  .record({
    generalPrograms: someOf(programs),
    known: fc.uniqueArray(fc.record({ patientId: oneOf(patients), programId: oneOf(programs) }), { selector: (row) => row.patientId + row.programId, maxLength: 10 }),
    records: fc.array(fc.record({ id, patientId: oneOf(patients), programId: oneOf(programs), labels: someOf(contentLabels) }), { minLength: 10, maxLength: 40 }),
    contacts: fc.array(fc.record({ id, patientId: oneOf(patients) }), { maxLength: 10 }),
    vault: fc.array(fc.record({ id, patientId: oneOf(patients), programId: oneOf(programs), labels: fc.constant(['psychotherapy-note']), originatorId: oneOf(staff) }), {
      minLength: 4,
      maxLength: 12,
    }),
    grants: fc.array(
      fc
        .record({
          id,
          patientId: oneOf(patients),
          granteeId: oneOf(staff),
          programId: fc.option(oneOf(programs)),
          labels: someOf(contentLabels),
          purposes: fc.subarray(['TREAT', 'ETREAT', 'HPAYMT'], { minLength: 1 }),
          ...lasting,
        })
        .map(ended),
      { maxLength: 12 },
    ),
    clinical: fc.array(fc.record({ id, patientId: oneOf(patients), programId: oneOf(programs), labels: someOf(contentLabels) }), { minLength: 6, maxLength: 20 }),
    narrowings: fc.uniqueArray(fc.record({ programId: oneOf(programs), roles: fc.subarray(['therapist', 'prescriber', 'nurse']) }), {
      selector: (row) => row.programId,
      maxLength: 4,
    }),
    parts: fc.uniqueArray(fc.record({ patientId: oneOf(patients), staffId: oneOf(staff) }), { selector: (row) => row.patientId + row.staffId, maxLength: 6 }),
    colleagues: fc.constant(colleagues),
    shares: fc.array(fc.record({ id, note: fc.nat(), granteeId: oneOf(staff), ...lasting }).map(ended), { maxLength: 8 }),
  })
  .map(({ shares, ...world }) => ({
    ...world,
    shares: shares.flatMap(({ note, ...share }) => {
      const shown = world.vault[note % world.vault.length];
      return shown && shown.originatorId !== share.granteeId ? [{ ...share, to: share.to ?? share.from + 90, noteId: shown.id }] : [];
    }),
  }));

const contexts: fc.Arbitrary<Context> = fc.record({
  kind: fc.constantFrom('staff', 'staff', 'staff', 'system', 'patient', 'nobody'),
  actorId: fc.option(oneOf(staff), { freq: 9 }),
  programs: fc.oneof({ weight: 6, arbitrary: someOf(programs) }, { weight: 1, arbitrary: fc.constant('all' as const) }),
  permissions: someOf(['patient.read', 'vault.write', 'chart.read']),
  purpose: fc.constantFrom('TREAT', 'ETREAT', 'HPAYMT', 'HLEGAL'),
  now: fc.integer({ min: -70, max: 160 }),
});

const rows = (value: readonly object[]) => JSON.stringify(value);

async function make(client: pg.Client, world: World): Promise<void> {
  const moments = world.grants.map((grant) => ({ ...grant, from: at(grant.from), to: grant.to === null ? null : at(grant.to) }));
  const originators = new Map(world.vault.map((note) => [note.id, note]));
  const shares = world.shares.map((share) => ({ ...originators.get(share.noteId), ...share, from: at(share.from), to: at(share.to ?? 0) }));
  await client.query(`insert into privacy.program_status (program_id, part2, basis, valid_from) select unnest($1::uuid[]), false, 'test', '2020-01-01'`, [
    world.generalPrograms,
  ]);
  await client.query(
    `insert into privacy.patient_program (patient_id, program_id) select "patientId", "programId" from jsonb_to_recordset($1) as r("patientId" uuid, "programId" uuid)`,
    [rows(world.known)],
  );
  await client.query(
    `insert into patients.alert (id, patient_id, program_id, labels, kind, severity, says, since)
     select id, "patientId", "programId", labels, 'clinical', 'note', 'x', now() from jsonb_to_recordset($1) as r(id uuid, "patientId" uuid, "programId" uuid, labels text[])`,
    [rows(world.records)],
  );
  await client.query(
    `insert into stays.aftercare (id, patient_id, program_id, labels, episode_id, declined, naloxone, written_at)
     select id, "patientId", "programId", labels, id, true, 'given', now() from jsonb_to_recordset($1) as r(id uuid, "patientId" uuid, "programId" uuid, labels text[])`,
    [rows(world.clinical)],
  );
  await client.query(
    `insert into privacy.need_to_know (id, program_id, whole_program_roles, reason, valid_from, decided_by)
     select uuidv7(), "programId", roles, 'x', '2020-01-01', uuidv7() from jsonb_to_recordset($1) as r("programId" uuid, roles text[])`,
    [rows(world.narrowings)],
  );
  await client.query(
    `insert into teams.membership (id, patient_id, program_id, staff_id, part, since, named_at, named_by)
     select uuidv7(), "patientId", $2, "staffId", 'other', '2020-01-01', now(), uuidv7() from jsonb_to_recordset($1) as r("patientId" uuid, "staffId" uuid)`,
    [rows(world.parts), programs[0]],
  );
  await client.query(
    `insert into patients.merge (id, patient_id, duplicate_id, reason, merged_at, repointed)
     select id, "patientId", "patientId", 'x', now(), '[]' from jsonb_to_recordset($1) as r(id uuid, "patientId" uuid)`,
    [rows(world.contacts)],
  );
  await client.query(
    `insert into charting.vault_note (id, patient_id, program_id, labels, originator_id, text, written_at, changed_at)
     select id, "patientId", "programId", labels, "originatorId", 'x', now(), now()
     from jsonb_to_recordset($1) as r(id uuid, "patientId" uuid, "programId" uuid, labels text[], "originatorId" uuid)`,
    [rows(world.vault)],
  );
  await client.query(
    `insert into privacy.access_grant (id, patient_id, grantee_staff_id, program_id, labels, purposes, kind, reason, valid_from, valid_to)
     select id, "patientId", "granteeId", "programId", labels, purposes, 'consent', 'x', "from", "to"
     from jsonb_to_recordset($1) as r(id uuid, "patientId" uuid, "granteeId" uuid, "programId" uuid, labels text[], purposes text[], "from" timestamptz, "to" timestamptz)`,
    [rows(moments)],
  );
  await client.query(
    `insert into privacy.vault_share (id, note_id, originator_id, patient_id, program_id, grantee_staff_id, ground, reason, valid_from, valid_to)
     select id, "noteId", "originatorId", "patientId", "programId", "granteeId", 'training', 'x', "from", "to"
     from jsonb_to_recordset($1) as r(id uuid, "noteId" uuid, "originatorId" uuid, "patientId" uuid, "programId" uuid, "granteeId" uuid, "from" timestamptz, "to" timestamptz)`,
    [rows(shares)],
  );
}

interface Seen {
  readonly clinical: string[];
  readonly records: string[];
  readonly contacts: string[];
  readonly vault: string[];
}

const question = {
  name: 'seen',
  text: `select array(select id::text from patients.alert) as records, array(select id::text from patients.merge) as contacts, array(select id::text from charting.vault_note) as vault,
    array(select id::text from stays.aftercare) as clinical`,
};

async function ask(client: pg.Client, context: Context): Promise<Seen> {
  const programsSetting = context.programs === 'all' ? '*' : `{${context.programs.join(',')}}`;
  await client.query({
    name: 'become',
    text: `select set_config('mooring.actor_id', $1, true), set_config('mooring.actor_kind', $2, true), set_config('mooring.programs', $3, true),
      set_config('mooring.permissions', $4, true), set_config('mooring.purpose', $5, true), set_config('mooring.now', $6, true)`,
    values: [context.actorId ?? '', context.kind, programsSetting, context.permissions.join(','), context.purpose, at(context.now)],
  });
  const { rows: found } = await client.query<Seen>(question);
  if (!found[0]) throw new Error('No answer');
  return found[0];
}

interface Explainable {
  readonly id: string;
  readonly list: 'records' | 'contacts' | 'clinical';
  readonly patientId: string;
  readonly asked: Asked;
  readonly grants: readonly (HeldGrant & { readonly granteeId: string })[];
}

interface ReachFacts {
  readonly knownTo: string[];
  readonly grants: (Omit<HeldGrant, 'validFrom' | 'validTo'> & { granteeId: string; validFrom: string; validTo: string | null })[];
}

/** The facts of each row as the privacy officer's questions gather them; the rows themselves are not theirs to see. */
async function explainables(client: pg.Client, world: World): Promise<Explainable[]> {
  await client.query(
    `select set_config('mooring.actor_kind', 'staff', true), set_config('mooring.permissions', 'privacy.review', true), set_config('mooring.programs', '{}', true)`,
  );
  const { rows: reach } = await client.query<{ id: string; facts: ReachFacts }>({
    name: 'reach',
    text: 'select id::text, privacy.facts_of_reach(id) as facts from unnest($1::uuid[]) id',
    values: [patients],
  });
  const { rows: made } = await client.query<{ id: string; facts: { patientId: string; programId: string; labels: string[] } }>({
    name: 'made',
    text: `select id::text, privacy.facts_of_record('patients.alert', id) as facts from unnest($1::uuid[]) id`,
    values: [world.records.map((record) => record.id)],
  });
  const { rows: written } = await client.query<(typeof made)[number]>({
    name: 'written',
    text: `select id::text, privacy.facts_of_record('stays.aftercare', id) as facts from unnest($1::uuid[]) id`,
    values: [world.clinical.map((record) => record.id)],
  });
  const ofPatient = new Map(
    reach.map(({ id: patientId, facts: { knownTo, grants } }) => [
      patientId,
      {
        knownTo,
        grants: grants.map((grant) => ({
          ...grant,
          validFrom: Temporal.Instant.from(grant.validFrom),
          validTo: grant.validTo === null ? null : Temporal.Instant.from(grant.validTo),
        })),
      },
    ]),
  );
  const about = (patientId: string) => ofPatient.get(patientId) ?? { knownTo: [], grants: [] };
  const ofProgram =
    (list: 'records' | 'clinical', kind: Asked['kind']) =>
    ({ id: recordId, facts: { patientId, programId, labels } }: (typeof made)[number]): Explainable => ({
      id: recordId,
      patientId,
      list,
      asked: { kind, programId, labels, knownTo: about(patientId).knownTo },
      grants: about(patientId).grants,
    });
  return [
    ...made.map(ofProgram('records', recordKinds.alert)),
    ...written.map(ofProgram('clinical', recordKinds.diagnosis)),
    ...world.contacts.map(({ id: contactId, patientId }) => ({
      id: contactId,
      patientId,
      list: 'contacts' as const,
      asked: { kind: recordKinds.person, programId: null, labels: [], knownTo: about(patientId).knownTo },
      grants: about(patientId).grants,
    })),
  ];
}

/** In whose care each of the staff has a part, as the privacy officer's questions gather it: `staff patient`. */
async function partsIn(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows: parts } = await client.query<{ pair: string }>({
    name: 'parts',
    text: `select person || ' ' || patient as pair from unnest($1::uuid[]) person, unnest($2::uuid[]) patient where (privacy.facts_of_need(person, patient, now(), true) ->> 'hasPart')::boolean`,
    values: [staff, patients],
  });
  return new Set(parts.map(({ pair }) => pair));
}

interface Explained {
  readonly world: World;
  readonly all: readonly Explainable[];
  readonly parts: ReadonlySet<string>;
}

/** Compares each answer of the database with what the explanation says; answers how many were shown and how many hidden. The system is nobody whom one explains. */
function agreement(context: Context, seen: Seen, { all, parts, world }: Explained): { shown: number; hidden: number } {
  if (context.kind === 'system' || context.programs === 'all') return { shown: 0, hidden: 0 };
  const seer = { permissions: new Set(context.permissions), programIds: new Set(context.programs), narrowed: new Set(narrowedFor(world, context)) };
  const lists = { records: new Set(seen.records), contacts: new Set(seen.contacts), clinical: new Set(seen.clinical) };
  let shown = 0;
  for (const one of all) {
    const held = one.grants.filter(({ granteeId }) => granteeId === context.actorId);
    const { canSee, chain } = explain(
      { ...seer, hasPart: parts.has(`${context.actorId} ${one.patientId}`) },
      one.asked,
      held,
      context.purpose,
      start.add({ minutes: context.now }),
    );
    if (canSee !== lists[one.list].has(one.id)) throw new Error(`Explained as ${canSee}, enforced as ${!canSee}: ${JSON.stringify({ context, one, chain })}`);
    if (canSee) shown += 1;
  }
  return { shown, hidden: all.length - shown };
}

async function makePeople(client: pg.Client): Promise<void> {
  await client.query(
    `insert into patients.patient (id, mrn, given_name, family_name, birth_date) select id, 'M' || id, 'A', 'B', '1990-01-01' from unnest($1::uuid[]) id`,
    [patients],
  );
  await client.query(
    `insert into identity.staff (id, given_name, family_name, email, supervisor_id)
     select id, 'A', 'B', id || '@example.invalid', "supervisorId" from jsonb_to_recordset($1) as r(id uuid, "supervisorId" uuid) order by "supervisorId" nulls first`,
    [rows(colleagues)],
  );
  await client.query(
    `insert into identity.staff_role (staff_id, role_code) select id, role from jsonb_to_recordset($1) as r(id uuid, roles text[]), unnest(roles) role`,
    [rows(colleagues)],
  );
}

// Each world is looked at from twenty-five contexts; `npm run proofs` makes it ten thousand of them.
const runs = Number(process.env['WORLDS'] ?? 80);

test('for every row the database answers what the model answers and what the explanation says, in random contexts', { timeout: 240_000 }, () =>
  withDatabaseCopy(async (client) => {
    await client.query('begin');
    await makePeople(client);
    await client.query('savepoint empty');
    const explained = { shown: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(contexts, { minLength: 25, maxLength: 25 }), async (world, asked) => {
        await make(client, world);
        await client.query('set local role mooring_app');
        const known = { world, all: await explainables(client, world), parts: await partsIn(client) };
        for (const context of asked) {
          const seen = await ask(client, context);
          expect(new Set(seen.records)).toEqual(visibleRecords(world, context, 'patient.read'));
          expect(new Set(seen.contacts)).toEqual(visibleContacts(world, context, 'patient.read'));
          expect(new Set(seen.clinical)).toEqual(visibleClinical(world, context, 'chart.read'));
          expect(new Set(seen.vault)).toEqual(visibleVault(world, context));
          const { shown, hidden } = agreement(context, seen, known);
          explained.shown += shown;
          explained.hidden += hidden;
        }
        await client.query('rollback to savepoint empty');
      }),
      { numRuns: runs, endOnFailure: true },
    );
    process.stdout.write(`Explanations agree with the database on ${explained.shown} rows shown and ${explained.hidden} hidden\n`);
    expect(explained.shown + explained.hidden).toBeGreaterThan(250 * runs);
    expect(explained.shown).toBeGreaterThan(12 * runs);
  }),
);
