/** `npm run bench [-- --quick]`: the figures that the product promises, each beside the raw limit measured in the same run. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { loadDemo } from '#demo/load-demo.ts';
import { loadPeople } from '#demo/load-large.ts';
import { openReadyDatabase } from '#launch/database.ts';
import { discard } from '#launch/embedded-postgres.ts';
import { assemble } from '#server/main.ts';
import { openLog, readConfig } from '#server/platform/index.ts';
import { besideLimit, row, type Row } from './measure.ts';
import { table, writeResults } from './report.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const patients = values.quick ? 10_000 : 1_000_000;
const rounds = values.quick ? 120 : 300;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** One call over loopback; answers the body. */
function call(port: number, path: string, cookie: string, method = 'GET', body?: object): Promise<{ status: number; text: string; cookies: string[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string; cookies: string[] }>();
  const sent = request({ port, path, method, agent, headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) } }, (reply) => {
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk));
    reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookies: reply.headers['set-cookie'] ?? [] }));
  });
  sent.on('error', reject);
  sent.end(body ? JSON.stringify(body) : undefined);
  return promise;
}

async function signedIn(port: number, role: string): Promise<string> {
  const personas = JSON.parse((await call(port, '/api/demo/personas', '')).text) as { items: { staffId: string; roles: { code: string }[] }[] };
  const staffId = personas.items.find(({ roles }) => roles.some(({ code }) => code === role))?.staffId;
  const { cookies } = await call(port, '/api/demo/sign-in', '', 'POST', { staffId });
  return cookies.map((line) => line.split(';')[0]).join('; ');
}

const searches = ['garcia', 'mar', 'jonson', 'nguyen linh', 'smiht', '1990-02-14', 'o brien', 'kim g', 'teh', 'washin'];

async function measure(port: number, ownerUrl: string): Promise<Row[]> {
  const raw = new pg.Client({ connectionString: ownerUrl });
  await raw.connect();
  const desk = await signedIn(port, 'front-desk');
  const therapist = await signedIn(port, 'therapist');
  const found = JSON.parse((await call(port, '/api/patients?q=garcia', desk)).text) as { items: { id: string }[] };
  const people = found.items.map(({ id }) => id);
  const today = Temporal.Now.plainDateISO('America/Los_Angeles');
  const { rows: sites } = await raw.query<{ id: string }>('select id from identity.site order by name limit 1');
  const rows: Row[] = [];
  const search = await besideLimit(
    rounds,
    (n) => call(port, `/api/patients?q=${encodeURIComponent(searches[n % searches.length] ?? '')}`, desk),
    (n) => raw.query('select id from patients.patient where family_name = $1 limit 20', [searches[n % searches.length]]),
  );
  rows.push(row('patient search p95', search.value, search.limit, { target: 15 }));
  const chart = await besideLimit(
    rounds,
    (n) => call(port, `/api/patients/${people[n % people.length]}/banner`, desk),
    (n) => raw.query('select * from patients.patient where id = $1', [people[n % people.length]]),
  );
  rows.push(row('chart open p95', chart.value, chart.limit, { target: 25 }));
  const week = await besideLimit(
    Math.floor(rounds / 2),
    () => call(port, `/api/schedule?from=${today.toString()}&to=${today.add({ days: 6 }).toString()}&siteId=${sites[0]?.id}`, therapist),
    () => raw.query(`select * from scheduling.appointment where starts_at >= $1 and starts_at < $2`, [today.toString(), today.add({ days: 7 }).toString()]),
  );
  rows.push(row('schedule week p95', week.value, week.limit, { target: 40 }));
  const empty = await besideLimit(
    rounds,
    () => call(port, '/api/me', therapist),
    () => call(port, '/healthz', ''),
  );
  rows.push(row('empty call p95', empty.value, empty.limit));
  rows.push(row('server memory', process.memoryUsage().rss / 1024 / 1024, null, { unit: 'MB' }));
  await raw.end();
  return rows;
}

const folder = await mkdtemp(join(tmpdir(), 'mooring-bench-'));
await chmod(folder, 0o755);
const config = readConfig({ MOORING_DATA: folder, MOORING_JOBS: 'off', MOORING_LOG: 'error', MOORING_RATE_LIMIT: '10000000', PORT: '0' });
const database = await openReadyDatabase(config, { durable: false });
try {
  await loadDemo(database.ownerUrl);
  await loadPeople(database.ownerUrl, patients, ({ done, of }) => process.stderr.write(`\r${done} of ${of} people`));
  const product = await assemble({ config, databaseUrl: database.url, log: openLog('error') });
  const address = await product.http.listen({ port: 0, host: '127.0.0.1' });
  const rows = await measure(Number(new URL(address).port), database.ownerUrl);
  console.log(`\n${patients.toLocaleString('en-US')} patients\n${table(rows)}\nWritten to ${await writeResults(rows)}`);
  await product.stop();
} finally {
  agent.destroy();
  await database.stop();
  await discard(folder);
}
