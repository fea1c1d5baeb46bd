import pg from 'pg';
import { applicationUrl } from '#server/platform/index.ts';
import type { BenchServer, Caller } from './bench-server.ts';
import { chartParts } from './reading.ts';
import { elapsed, percentile, row, type Row } from './measure.ts';

/** A statement as the product sent it. */
interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one transaction of the product asked, and what it said of itself before. */
interface Asked {
  readonly context: Statement;
  readonly questions: readonly Statement[];
}

const isContext = ({ text }: Statement) => text.includes(`set_config('mooring.actor_id'`);
// The entry of the audit is written, not asked; it has no rows to hide.
const isQuestion = ({ text }: Statement) => /^\s*(select|with)\b/i.test(text) && !text.includes('audit.write');

/** Listens to what the product asks of the database while something is done. Calls must come one after the other. */
async function overheard(work: () => Promise<unknown>): Promise<Asked[]> {
  const transactions: { context: Statement; questions: Statement[] }[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- it is put back, and applied to the connection that asks.
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function listening(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given;
    const statement: Statement | undefined =
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : typeof first === 'object' && first !== null && 'text' in first
          ? { ...first, text: String(first.text), values: 'values' in first && Array.isArray(first.values) ? first.values : [] }
          : undefined;
    if (statement && isContext(statement)) transactions.push({ context: statement, questions: [] });
    else if (statement && /^(commit|rollback)/i.test(statement.text)) transactions.push({ context: statement, questions: [] });
    else if (statement && isQuestion(statement)) transactions.at(-1)?.questions.push(statement);
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return transactions.filter(({ context, questions }) => isContext(context) && questions.length > 0);
}

const run = (client: pg.Client, { name, text, values }: Statement) => client.query({ ...(name ? { name } : {}), text, values: [...values] });

/** Milliseconds that the questions take on this connection, in a transaction that says of itself what the product's said; saying it is not counted. */
async function timed(client: pg.Client, asked: readonly Asked[]): Promise<{ time: number; rows: number }> {
  let [time, rows] = [0, 0];
  for (const { context, questions } of asked) {
    await client.query('begin');
    await run(client, context);
    time += await elapsed(async () => {
      for (const question of questions) rows += (await run(client, question)).rowCount ?? 0;
    });
    await client.query('commit');
  }
  return { time, rows };
}

/** Medians of the same questions as the application role and as a superuser, whom no policy holds, A B A B. */
async function besideOwner(name: string, application: pg.Client, server: BenchServer, samples: readonly (readonly Asked[])[]): Promise<Row> {
  const times = { application: [] as number[], owner: [] as number[] };
  const rows = { application: 0, owner: 0 };
  const warmUp = samples.length * 6;
  for (let round = 0; round < warmUp + server.rounds; round += 1) {
    const asked = samples[round % samples.length] ?? [];
    const one = await timed(application, asked);
    const other = await timed(server.raw, asked);
    if (round < warmUp) continue;
    times.application.push(one.time);
    times.owner.push(other.time);
    rows.application += one.rows;
    rows.owner += other.rows;
  }
  // With fewer rows under the policies the comparison would flatter them.
  if (rows.application < rows.owner) console.error(`\n${name}: ${rows.application} rows under the policies, ${rows.owner} without`);
  const [value, limit] = [percentile(times.application, 0.5), percentile(times.owner, 0.5)];
  return { ...row(name, value, limit), target: Math.round(limit * 130) / 100 };
}

async function samplesOf<Item>(items: readonly Item[], ask: (item: Item) => Promise<unknown>): Promise<Asked[][]> {
  const samples: Asked[][] = [];
  for (const item of items) samples.push(await overheard(() => ask(item)));
  return samples;
}

async function openChart(therapist: Caller, patientId: string): Promise<void> {
  for (const part of chartParts) await therapist.call('GET', `/patients/${patientId}/${part}`);
}

/**
 * What row-level security costs: the very statements that the product sends when a chart opens, a week is looked at and somebody is searched, timed as the
 * application role and as a superuser. Limit: without policies. At most 1.3 times as long is promised.
 */
export async function rowLevelSecurity(server: BenchServer): Promise<Row[]> {
  const { product, ownerUrl } = server;
  const [therapist, desk] = [await server.asInside('therapist'), await server.asInside('front-desk')];
  const found = await therapist.json<{ items: { id: string }[] }>('GET', '/patients?q=garcia');
  const monday = Temporal.Now.plainDateISO('America/Los_Angeles');
  const { rows: sites } = await server.raw.query<{ id: string }>('select site_id as id from scheduling.appointment group by site_id order by count(*) desc limit 1');
  const week = `from=${monday.toString()}&to=${monday.add({ days: 6 }).toString()}&siteId=${sites[0]?.id}`;
  const charts = await samplesOf(found.items.slice(0, 10), ({ id }) => openChart(therapist, id));
  const weeks = await samplesOf([week], (query) => desk.json('GET', `/schedule?${query}`));
  const searches = await samplesOf(['garcia', 'mar', 'jonson', 'nguyen linh', '1990-02-14', 'kim g'], (q) => desk.json('GET', `/patients?q=${encodeURIComponent(q)}`));
  const application = new pg.Client({ connectionString: applicationUrl({ ownerUrl, masterKey: product.workshop.config.masterKey }) });
  await application.connect();
  // As the application role plans: what is compared is the policies.
  await server.raw.query('set plan_cache_mode = force_generic_plan');
  try {
    return [
      await besideOwner('rls: chart open, median', application, server, charts),
      await besideOwner('rls: schedule week, median', application, server, weeks),
      await besideOwner('rls: search, median', application, server, searches),
    ];
  } finally {
    await server.raw.query('reset plan_cache_mode');
    await application.end();
  }
}
