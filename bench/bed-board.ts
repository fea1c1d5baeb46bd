import { chromium } from 'playwright-core';
import { ensureWebBuilt } from '#launch/web-build.ts';
import { assemble } from '#server/main.ts';
import { openLog } from '#server/platform/index.ts';
import { chromiumToTestWith } from '#testing/chromium.ts';
import { inOneTransaction, type BenchServer } from './bench-server.ts';
import { besideLimit, percentile, row, type Row } from './measure.ts';

const beds = 500;

/** The wing, its rooms and beds, and who lives in them. */
async function fillHouse(raw: BenchServer['raw'], programId: string, siteId: string): Promise<void> {
  // Only the five hundred are on the board.
  await raw.query('update residence.unit set active = false where program_id = $1', [programId]);
  const { rows: units } = await raw.query<{ id: string }>(`insert into residence.unit (site_id, program_id, name) values ($1, $2, 'Bench wing') returning id`, [
    siteId,
    programId,
  ]);
  await raw.query(`insert into residence.room (unit_id, program_id, name) select $1, $2, 'Room ' || n from generate_series(1, $3::integer / 4) n`, [
    units[0]?.id,
    programId,
    beds,
  ]);
  await raw.query(
    `insert into residence.bed (room_id, program_id, name) select r.id, r.program_id, substr(r.name, 6) || chr(64 + place) from residence.room r, generate_series(1, 4) place
     where r.unit_id = $1`,
    [units[0]?.id],
  );
  await raw.query(
    `create temporary table lodger on commit drop as
      select uuidv7() as residency_id, uuidv7() as episode_id, p.patient_id, b.id as bed_id
      from (select id, row_number() over (order by id) as place from residence.bed where room_id in (select id from residence.room where unit_id = $1)) b
        join (select patient_id, row_number() over (order by patient_id) as place from
            (select distinct known.patient_id from privacy.patient_program known
              where not exists (select from residence.residency r where r.patient_id = known.patient_id)
                and not exists (select from programs.episode e where e.patient_id = known.patient_id and e.program_id = $2 and e.state in ('referral', 'screening', 'admitted'))
              limit $3) newcomer) p on p.place = b.place`,
    [units[0]?.id, programId, (beds * 9) / 10],
  );
  await raw.query(`insert into privacy.patient_program (patient_id, program_id) select patient_id, $1 from lodger on conflict do nothing`, [programId]);
  await raw.query(
    `insert into programs.episode (id, patient_id, program_id, state, source, referred_on, admitted_on)
     select episode_id, patient_id, $1, 'admitted', 'hospital', current_date - 9, current_date - 7 from lodger`,
    [programId],
  );
  await raw.query(
    `insert into residence.residency (id, patient_id, program_id, episode_id, unit_id, starts_at, recorded_at)
     select residency_id, patient_id, $1, episode_id, $2, now() - interval '7 days', now() from lodger`,
    [programId, units[0]?.id],
  );
  await raw.query(
    `insert into residence.occupancy (patient_id, program_id, residency_id, bed_id, starts_at, recorded_at)
     select patient_id, $1, residency_id, bed_id, now() - interval '7 days', now() from lodger`,
    [programId],
  );
}

/** A house of five hundred beds, nine in ten taken, in the program of the nurse; built once. */
async function prepareHouse({ raw }: BenchServer): Promise<string> {
  const { rows: programs } = await raw.query<{ id: string; siteId: string }>(`select id, site_id as "siteId" from programs.program where kind = 'residential' limit 1`);
  const { id: programId = '', siteId = '' } = programs[0] ?? {};
  const { rows: there } = await raw.query(`select from residence.unit where program_id = $1 and name = 'Bench wing'`, [programId]);
  if (there.length > 0) return programId;
  await inOneTransaction(raw, () => fillHouse(raw, programId, siteId));
  await raw.query('analyze residence.residency, residence.occupancy, residence.bed, residence.room');
  return programId;
}

/** Milliseconds from the board's data at hand to its beds on the screen, as the page itself notes them, each time on a page newly opened. */
async function drawn({ product, rounds }: BenchServer): Promise<number> {
  const { workshop } = product;
  const { connectionString = '' } = workshop.database.pool.options;
  const shown = await assemble({ config: workshop.config, databaseUrl: connectionString, log: openLog('error'), webFolder: await ensureWebBuilt() });
  const browser = await chromium.launch(await chromiumToTestWith());
  try {
    const base = await shown.http.listen({ port: 0, host: '127.0.0.1' });
    const page = await browser.newPage({ baseURL: base, viewport: { width: 1440, height: 900 } });
    const personas = (await (await page.request.get('/api/demo/personas')).json()) as { items: { staffId: string; roles: { code: string }[] }[] };
    await page.request.post('/api/demo/sign-in', { data: { staffId: personas.items.find(({ roles }) => roles.some(({ code }) => code === 'nurse'))?.staffId } });
    const times: number[] = [];
    for (let round = 0; round < Math.min(30, rounds); round += 1) {
      await page.goto('/house');
      const found = await page.waitForFunction(() => performance.getEntriesByName('bed board drawn')[0]?.duration);
      times.push(Number(await found.jsonValue()));
    }
    if ((await page.locator('[data-bed]').count()) !== beds) throw new Error('Not every bed was drawn');
    return percentile(times, 0.95);
  } finally {
    await browser.close();
    await shown.stop();
  }
}

/** The bed board of a house with five hundred beds: the answer of the server, and its drawing in a browser. Limit: the bare rows of beds and who has them. */
export async function bedBoard(server: BenchServer): Promise<Row[]> {
  const programId = await prepareHouse(server);
  const nurse = await server.as('nurse');
  const { units } = await nurse.json<{ units: { rooms: { beds: unknown[] }[] }[] }>('GET', '/residence/board');
  const count = units.flatMap(({ rooms }) => rooms.flatMap((room) => room.beds)).length;
  if (count !== beds) throw new Error(`${count} beds on the board`);
  const { value, limit } = await besideLimit(
    server.rounds,
    () => nurse.json('GET', '/residence/board'),
    () =>
      server.raw.query(
        'select * from residence.bed b left join residence.occupancy o on o.bed_id = b.id and o.ends_at is null left join patients.patient p on p.id = o.patient_id where b.program_id = $1',
        [programId],
      ),
  );
  return [row('bed board 500 beds p95', value, limit, { target: 200 }), row('bed board 500 beds drawn p95', await drawn(server), null, { target: 200 })];
}
