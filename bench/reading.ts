import type { BenchServer } from './bench-server.ts';
import { besideLimit, row, type Row } from './measure.ts';

const searches = ['garcia', 'mar', 'jonson', 'nguyen linh', 'smiht', '1990-02-14', 'o brien', 'kim g', 'teh', 'washin'];
const nth = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('Nothing to measure with');
  return item;
};

/** Search as the front desk types it: names, parts of names, misspelt names, birth dates. Limit: one indexed question by the exact name. */
export async function patientSearch({ as, raw, rounds }: BenchServer): Promise<Row[]> {
  const desk = await as('front-desk');
  const { value, limit } = await besideLimit(
    rounds,
    (n) => desk.json('GET', `/patients?q=${encodeURIComponent(nth(searches, n))}`),
    (n) => raw.query('select id from patients.patient where family_name = $1 limit 20', [nth(searches, n)]),
  );
  return [row('patient search p95', value, limit, { target: 15 })];
}

/** What the browser asks for at once when a chart opens. */
export const chartParts = ['banner', 'balance', 'alerts', 'episodes', 'diagnoses?resolved=without', 'notes?limit=5'] as const;

/** Opening a chart, all that its first screen asks at once, and its banner alone. Limit: one row by its key. */
export async function chartOpen({ as, raw, rounds }: BenchServer): Promise<Row[]> {
  const therapist = await as('therapist');
  const found = await therapist.json<{ items: { id: string }[] }>('GET', '/patients?q=garcia');
  const people = found.items.map(({ id }) => id);
  const one = (n: number) => raw.query('select * from patients.patient where id = $1', [nth(people, n)]);
  const whole = await besideLimit(rounds, (n) => Promise.all(chartParts.map((part) => therapist.call('GET', `/patients/${nth(people, n)}/${part}`))), one);
  const banner = await besideLimit(rounds, (n) => therapist.json('GET', `/patients/${nth(people, n)}/banner`), one);
  return [row('chart open p95', whole.value, whole.limit, { target: 25 }), row('chart banner p95', banner.value, banner.limit)];
}

/** A week of everybody at the largest site. Limit: the bare rows of that week. */
export async function scheduleWeek({ as, raw, rounds }: BenchServer): Promise<Row[]> {
  const therapist = await as('therapist');
  const monday = Temporal.Now.plainDateISO('America/Los_Angeles');
  const [from, to] = [monday.toString(), monday.add({ days: 6 }).toString()];
  const { rows: sites } = await raw.query<{ id: string }>('select site_id as id from scheduling.appointment group by site_id order by count(*) desc limit 1');
  const { value, limit } = await besideLimit(
    Math.floor(rounds / 2),
    () => therapist.json('GET', `/schedule?from=${from}&to=${to}&siteId=${sites[0]?.id}`),
    () => raw.query('select * from scheduling.appointment where starts_at >= $1 and starts_at < $2', [from, monday.add({ days: 7 }).toString()]),
  );
  return [row('schedule week p95', value, limit, { target: 40 })];
}

/** The least that a signed-in call costs. Limit: a call that asks nothing. */
export async function emptyCall({ as, call, rounds }: BenchServer): Promise<Row[]> {
  const therapist = await as('therapist');
  const { value, limit } = await besideLimit(
    rounds,
    () => therapist.json('GET', '/me'),
    () => call('GET', '/healthz'),
  );
  return [row('empty call p95', value, limit)];
}

/** A year of weekly appointments looked at before it is booked: every date against clinician, patient and holidays. Limit: the taken times of that year as bare rows. */
export async function seriesPreview({ as, raw, rounds }: BenchServer): Promise<Row[]> {
  const desk = await as('front-desk');
  const { rows } = await raw.query<{ patientId: string; programId: string; clinicianId: string; typeCode: string }>(
    `select a.patient_id as "patientId", a.program_id as "programId", a.clinician_id as "clinicianId", a.type_code as "typeCode"
     from scheduling.appointment a join identity.program_membership m on m.program_id = a.program_id and m.staff_id = $1 and m.valid_to is null
     where a.session_id is null order by a.starts_at desc limit 1`,
    [desk.staffId],
  );
  const firstDay = Temporal.Now.plainDateISO();
  const plan = { ...rows[0], recurrence: { frequency: 'weekly', interval: 1, weekdays: [firstDay.dayOfWeek] }, firstDay: firstDay.toString(), time: '10:00', times: 52 };
  const { steps } = await desk.json<{ steps: unknown[] }>('POST', '/appointment-series/preview', plan);
  if (steps.length !== 52) throw new Error(`${steps.length} steps`);
  const { value, limit } = await besideLimit(
    rounds,
    () => desk.json('POST', '/appointment-series/preview', plan),
    () =>
      raw.query("select starts_at, ends_at from scheduling.busy_slot where clinician_id = $1 and starts_at between now() and now() + interval '1 year'", [
        rows[0]?.clinicianId,
      ]),
  );
  return [row('series of 52 weeks looked at p95', value, limit, { target: 300 })];
}
