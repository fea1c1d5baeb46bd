import type pg from 'pg';
import { inOneTransaction, type BenchServer } from './bench-server.ts';
import { besideLimit, row, type Row } from './measure.ts';

const wantedStays = 600;
const visits = 24;

async function openStays(raw: pg.Client): Promise<number> {
  const { rows } = await raw.query<{ count: string }>(`select count(*) from programs.episode where state = 'admitted'`);
  return Number(rows[0]?.count ?? 0);
}

/** As many more people in care as are wanted, each with what three months leave: visits of which one in forty has no note, notes, drafts, scores and a plan. */
async function fillStays(raw: pg.Client, more: number): Promise<void> {
  // Triggers would label, index and check each row: here only its size counts.
  await raw.query(`set local session_replication_role = replica`);
  await raw.query(
    `create temporary table guest on commit drop as
       select n, known.patient_id, known.program_id, p.site_id,
         (select m.staff_id from identity.program_membership m join identity.staff_role r on r.staff_id = m.staff_id and r.role_code = 'therapist'
           where m.program_id = known.program_id and m.valid_to is null order by md5(m.staff_id::text || n) limit 1) as staff_id
       from (select row_number() over (order by k.patient_id) as n, k.* from privacy.patient_program k
           where not exists (select from programs.episode e where e.patient_id = k.patient_id) order by k.patient_id limit $1) known
         join programs.program p on p.id = known.program_id`,
    [more],
  );
  await raw.query(`insert into programs.episode (patient_id, program_id, state, source, referred_on, admitted_on, primary_clinician_id)
    select patient_id, program_id, 'admitted', 'self', current_date - 100, current_date - (20 + n % 80)::int, staff_id from guest`);
  await raw.query(`create temporary table visit on commit drop as
    select uuidv7() as id, g.*, now() - (k * interval '84 hours') - interval '1 hour' as starts_at, (g.n * 31 + k * 7) % 40 = 0 as is_unwritten, k from guest g, generate_series(1, ${visits}) k`);
  await raw.query(`insert into scheduling.appointment (id, patient_id, program_id, site_id, clinician_id, type_code, starts_at, ends_at, modality, status)
    select id, patient_id, program_id, site_id, coalesce(staff_id, patient_id), 'therapy-50', starts_at, starts_at + interval '50 minutes', 'in-person', 'completed' from visit`);
  await raw.query(`insert into charting.note (patient_id, program_id, kind, appointment_id, template_id, title, content, signed_by, signed_at, seal_version, digest)
    select v.patient_id, v.program_id, 'note', v.id, t.ids[1 + (v.n + v.k) % cardinality(t.ids)], 'Note', jsonb_build_object('sections', jsonb_build_array(jsonb_build_object('text', repeat('words of a note ', 120)))),
      coalesce(v.staff_id, v.patient_id), v.starts_at + interval '1 day', 1, repeat('0', 64)
    from visit v, (select array_agg(id) as ids from charting.template_version) t where not v.is_unwritten`);
  await raw.query(`insert into charting.draft (patient_id, program_id, template_id, template_code, author_id, service, header, opened_at, saved_at)
    select g.patient_id, g.program_id, t.id, t.code, coalesce(g.staff_id, g.patient_id), 'individual-psychotherapy', '{}', now() - interval '2 days', now()
    from guest g, (select id, code from charting.template_version where code = 'dap' limit 1) t where g.n % 4 = 0`);
  await raw.query(`insert into assessments.administration (patient_id, program_id, version_id, instrument_code, state, mode, answered_by, started_at, started_by, saved_at, completed_at, completed_by, result)
    select g.patient_id, g.program_id, v.id, v.code, 'completed', 'staff', 'patient', now(), g.patient_id, now(), now() - k * interval '20 days', g.patient_id, '{}'
    from guest g, assessments.instrument_version v, generate_series(1, 4) k where v.code in ('phq-9', 'gad-7', 'bam') and (g.n + k) % 3 > 0`);
  await raw.query(`insert into careplans.sealed_plan (plan_id, patient_id, program_id, number, content, digest, review_due, signed_by, signed_at)
    select uuidv7(), patient_id, program_id, 1, '[]', repeat('0', 64), current_date - 30 + (n % 60)::int, coalesce(staff_id, patient_id), now() - interval '40 days' from guest where n % 2 = 0`);
}

/** What is missing in the charts of everybody in care, asked by a director; with `fill`, of a clinic with six hundred people in care. Limit: the open stays as bare rows. */
export function missingDocumentation(fill: boolean) {
  return async ({ raw, as, rounds }: BenchServer): Promise<Row[]> => {
    const more = fill ? wantedStays - (await openStays(raw)) : 0;
    if (more > 0) {
      await inOneTransaction(raw, () => fillStays(raw, more));
      await raw.query('vacuum analyze');
    }
    const stays = await openStays(raw);
    const director = await as('clinical-director');
    const { items } = await director.json<{ items: unknown[] }>('GET', '/missing-documentation');
    if (items.length < stays / 4) throw new Error(`Only ${items.length} things are missing in ${stays} stays`);
    const { value, limit } = await besideLimit(
      Math.min(60, rounds),
      () => director.json('GET', '/missing-documentation'),
      () => raw.query(`select * from programs.episode where state = 'admitted'`),
    );
    return [row(`missing documentation of ${stays} stays p95`, value, limit, { target: 300 })];
  };
}
