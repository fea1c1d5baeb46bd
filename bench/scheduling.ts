import type { BenchServer, Caller } from './bench-server.ts';
import { besideLimit, row, type Row } from './measure.ts';

const clinicians = 40;
const appointments = 200_000;
const weeks = 12;
/** Of sixteen half hours of a working day ten are taken: fifty visits a week. */
const days = Math.ceil((appointments / clinicians / 10) * (7 / 5));

/** Whose days were filled, and where. */
interface Diaries {
  readonly programId: string;
  readonly siteId: string;
  readonly ids: readonly string[];
}

/**
 * Forty clinicians of one site with 200,000 appointments of half an hour between them, on the working days of two years, the coming twelve weeks among them.
 */
export async function fullDiaries(raw: BenchServer['raw'], staffId: string): Promise<Diaries> {
  const { rows: places } = await raw.query<{ programId: string; siteId: string }>(
    `select a.program_id as "programId", a.site_id as "siteId" from scheduling.appointment a
     join identity.program_membership m on m.program_id = a.program_id and m.staff_id = $1 and m.valid_to is null limit 1`,
    [staffId],
  );
  const [place] = places;
  if (!place) throw new Error('Nobody is booked where this caller works');
  const { rows: made } = await raw.query<{ id: string }>('select gen_random_uuid()::text as id from generate_series(1, $1)', [clinicians]);
  const ids = made.map(({ id }) => id);
  await raw.query(
    `insert into identity.staff (id, given_name, family_name, email) select id, 'Bench', 'Clinician ' || n, id || '@bench.invalid' from unnest($1::uuid[]) with ordinality as staff (id, n)`,
    [ids],
  );
  await raw.query(
    `insert into scheduling.appointment (patient_id, program_id, site_id, clinician_id, type_code, starts_at, ends_at, modality)
     select people[1 + (day * 16 + slot) % cardinality(people)], $1, $2, clinician, 'therapy-30', starts_at, starts_at + interval '30 minutes', 'in-person'
     from (select array(select patient_id from privacy.patient_program where program_id = $1 order by patient_id limit 997) as people) known,
     unnest($3::uuid[]) as clinician cross join lateral (
       select day, slot, date_trunc('day', now()) + make_interval(days => $5::integer - day, hours => 16, mins => slot * 30) as starts_at
       from generate_series(1, $4::integer) as day, generate_series(0, 15) as slot where (slot * 5 + day * 3) % 8 < 5) as visit
     where extract(isodow from starts_at) < 6`,
    [place.programId, place.siteId, ids, days, weeks * 7],
  );
  await raw.query('vacuum analyze scheduling.appointment');
  await raw.query('vacuum analyze scheduling.busy_slot');
  await raw.query('checkpoint');
  return { programId: place.programId, siteId: place.siteId, ids };
}

/**
 * The first times among 40 clinicians with 200,000 appointments over 12 weeks, and their month on one page. Limits: the taken times of those weeks, and the
 * appointments of that month, as bare rows.
 */
export async function findingTimes(server: BenchServer): Promise<Row[]> {
  const desk = await server.as('front-desk');
  const diaries = await fullDiaries(server.raw, desk.staffId);
  try {
    return await measured(server, desk, diaries);
  } finally {
    await emptyDiaries(server.raw, diaries.ids);
  }
}

/** An organisation that is kept for the next run is left as it was found. */
export async function emptyDiaries(raw: BenchServer['raw'], ids: readonly string[]): Promise<void> {
  await raw.query('delete from scheduling.appointment where clinician_id = any ($1)', [ids]);
  await raw.query('delete from identity.staff where id = any ($1)', [ids]);
  await raw.query('vacuum analyze scheduling.appointment');
  await raw.query('vacuum analyze scheduling.busy_slot');
}

async function measured({ raw, rounds }: BenchServer, desk: Caller, { programId, siteId, ids }: Diaries): Promise<Row[]> {
  const path = `/slots?programId=${programId}&clinicianIds=${ids.join(',')}&minutes=50&count=10`;
  const { items } = await desk.json<{ items: unknown[] }>('GET', path);
  if (items.length !== 10) throw new Error(`${items.length} times found`);
  const find = await besideLimit(
    Math.floor(rounds / 2),
    () => desk.json('GET', path),
    () =>
      raw.query(
        `select clinician_id, starts_at, ends_at from scheduling.busy_slot where clinician_id = any ($1) and starts_at between now() and now() + interval '12 weeks'`,
        [ids],
      ),
  );
  const today = Temporal.Now.plainDateISO('America/Los_Angeles');
  const month = `/schedule?from=${today.toString()}&to=${today.add({ days: 30 }).toString()}&clinicianIds=${ids[0]}`;
  const monthly = await besideLimit(
    Math.floor(rounds / 2),
    () => desk.answered('GET', month),
    () => raw.query(`select * from scheduling.appointment where clinician_id = $1 and starts_at between now() and now() + interval '31 days'`, [ids[0]]),
  );
  const week = `/schedule?from=${today.toString()}&to=${today.add({ days: 6 }).toString()}&siteId=${siteId}&clinicianIds=${ids.join(',')}`;
  const weekly = await besideLimit(
    Math.floor(rounds / 2),
    () => desk.answered('GET', week),
    () => raw.query(`select * from scheduling.appointment where clinician_id = any ($1) and starts_at between now() and now() + interval '7 days'`, [ids]),
  );
  return [
    row('full week of 40 clinicians p95', weekly.value, weekly.limit, { target: 40 }),
    row('smart find p95', find.value, find.limit, { target: 80 }),
    row('schedule month p95', monthly.value, monthly.limit, { target: 80 }),
  ];
}
