import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { BenchServer, Caller } from './bench-server.ts';
import { besideLimit, row, type Row } from './measure.ts';

const wanted = ['harbor', 'sleep walking', '"calm evening"', 'panic -work', 'medication', 'w7', 'w40 w90', 'w900', 'w1500 w3', 'w2999'];
const asked = (n: number) => wanted[n % wanted.length] ?? '';

/** Notes of about 90 words in the therapist's programs: a few words are in most notes, most words in few, as in real ones. */
async function fillNotes(raw: pg.Client, therapist: Caller, count: number, patientId: string | null): Promise<void> {
  await raw.query(
    `insert into charting.note (patient_id, program_id, kind, template_id, title, content, signed_by, signed_at, seal_version, digest)
       select coalesce($3::uuid, reached.patients[1 + n % cardinality(reached.patients)]), reached.program_id, 'note', (select id from charting.template_version limit 1), 'Progress note',
         jsonb_build_object('sections', jsonb_build_array(jsonb_build_object('key', 'data', 'label', 'Data', 'text', (
           select string_agg(case when random() < 0.05 then (array['harbor','sleep','walked','panic','medication','calm evening','work'])[1 + floor(random() * 7)::int]
             else 'w' || floor(3000 * random() ^ 3) end, ' ') from generate_series(1, 90 + n % 2))))),
         $1, now() - n * interval '7 minutes', 1, repeat('0', 64)
       from (select m.program_id, (array_agg(e.patient_id))[1:5000] as patients from identity.program_membership m join programs.episode e on e.program_id = m.program_id
             where m.staff_id = $1 and m.valid_to is null group by 1 order by count(*) desc limit 1) reached, generate_series(1, $2::int) n`,
    [therapist.staffId, count, patientId],
  );
}

/** Somebody new in the largest program of the therapist. */
async function newPatient(raw: pg.Client, desk: Caller, therapist: Caller): Promise<string> {
  const { rows } = await raw.query<{ id: string }>(
    `select m.program_id as id from identity.program_membership m join programs.episode e on e.program_id = m.program_id
     where m.staff_id = $1 and m.valid_to is null group by 1 order by count(*) desc limit 1`,
    [therapist.staffId],
  );
  const familyName = `Chart${randomUUID().replaceAll(/[\d-]/g, '')}`;
  const person = { givenName: 'Bench', familyName, birthDate: '1990-01-01', administrativeSex: 'F', phone: '2065550100' };
  const { id } = await desk.json<{ id: string }>('POST', '/patients', { ...person, programId: rows[0]?.id });
  return id;
}

/** A chart of a thousand entries, made anew each time so that no earlier run has added to it: notes, diagnoses and alerts. */
async function fillChart(raw: pg.Client, desk: Caller, therapist: Caller): Promise<string> {
  const patientId = await newPatient(raw, desk, therapist);
  await fillNotes(raw, therapist, 600, patientId);
  await raw.query(
    `insert into patients.alert (patient_id, program_id, kind, severity, says, since, written_by)
       select $1, n.program_id, a.kind, a.severity, 'Call before visits', now() - k * interval '1 day', $2
       from (select program_id from charting.note where patient_id = $1 limit 1) n, (select kind, severity from patients.alert limit 1) a, generate_series(1, 100) k`,
    [patientId, therapist.staffId],
  );
  // The history of a diagnosis is written by its trigger in the name of whoever writes; here the system.
  await raw.query(`select set_config('mooring.actor_kind', 'system', false), set_config('mooring.programs', '*', false)`);
  await raw.query(
    `insert into charting.diagnosis (patient_id, program_id, code, description, rank, resolved, noted_at, noted_by)
       select $1, n.program_id, c.code, c.description, 9, current_date, now() - interval '1 year', $2
       from (select program_id from charting.note where patient_id = $1 limit 1) n, (select code, description from charting.icd10cm where billable order by code limit 300) c`,
    [patientId, therapist.staffId],
  );
  await raw.query('analyze charting.note, charting.note_search, charting.encounter, charting.diagnosis, patients.alert');
  return patientId;
}

/** The story of a chart of 1,000 entries. Limit: its notes as bare rows. */
export async function chartTimeline({ as, raw, rounds }: BenchServer): Promise<Row[]> {
  const therapist = await as('therapist');
  const patientId = await fillChart(raw, await as('front-desk'), therapist);
  const { items } = await therapist.json<{ items: unknown[] }>('GET', `/patients/${patientId}/timeline`);
  if (items.length < 1000) throw new Error(`Only ${items.length} entries`);
  const { value, limit } = await besideLimit(
    rounds,
    () => therapist.answered('GET', `/patients/${patientId}/timeline`),
    () => raw.query('select id, title, signed_at from charting.note where patient_id = $1 order by signed_at desc', [patientId]),
  );
  return [row('timeline of 1,000 entries p95', value, limit, { target: 30 })];
}

/** Words inside the notes of the therapist's programs. Limit: the index on words alone, without policies, names and snippets. */
export function noteSearch(notes: number) {
  return async ({ as, raw, rounds }: BenchServer): Promise<Row[]> => {
    const therapist = await as('therapist');
    const { rows } = await raw.query<{ count: number }>('select count(*)::int from charting.note_search');
    await fillNotes(raw, therapist, Math.max(0, notes - (rows[0]?.count ?? 0)), null);
    await raw.query('vacuum analyze charting.note_search');
    const { value, limit } = await besideLimit(
      rounds,
      (n) => therapist.json('GET', `/note-search?q=${encodeURIComponent(asked(n))}`),
      (n) => raw.query(`select note_id from charting.note_search where words @@ websearch_to_tsquery('english', $1) order by signed_at desc limit 21`, [asked(n)]),
    );
    return [row(`search in ${notes.toLocaleString('en-US')} notes p95`, value, limit, { target: 50 })];
  };
}
