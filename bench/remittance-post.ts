import { Logger, runOnce } from 'graphile-worker';
import { allJobs } from '#server/main.ts';
import { runJob } from '#server/platform/index.ts';
import type { BenchServer } from './bench-server.ts';
import { claimsMeasured } from './billing-material.ts';
import { claimsBuild } from './claims-build.ts';
import { copyLimit } from './copy-limit.ts';
import { elapsed, row, type Row } from './measure.ts';
import { remittanceFile, type ClaimToPay } from './remittance-text.ts';

const claimsInAFile = 1_000;
const quiet = new Logger(() => () => undefined);

async function claimsToPay(server: BenchServer): Promise<ClaimToPay[]> {
  const newest = `select number, amount_cents::integer as amount, facts -> 'lines' as lines from billing.claim where state = 'batched' order by number desc limit ${claimsMeasured}`;
  const { rows } = await server.raw.query<ClaimToPay>(newest);
  if (rows.length === claimsMeasured) return rows;
  await claimsBuild(server);
  return (await server.raw.query<ClaimToPay>(newest)).rows;
}

/** Works what is queued of received files, as a worker of the product does. */
async function workFiles({ product, ownerUrl }: BenchServer): Promise<void> {
  const works = allJobs.filter(({ name }) => name === 'billing.work-inbound-file');
  const taskList = Object.fromEntries(
    works.map((job) => [job.name, (payload: unknown, helpers: { job: { id: string } }) => runJob(product.workshop, job, payload, helpers.job.id)]),
  );
  await runOnce({ connectionString: ownerUrl, taskList, concurrency: 2, noHandleSignals: true, logger: quiet });
}

/** Hands files in at the biller's desk. */
async function handIn({ url, call }: BenchServer, files: readonly string[]): Promise<void> {
  const personas = JSON.parse((await call('GET', '/api/demo/personas')).text) as { items: { staffId: string; roles: { code: string }[] }[] };
  const staffId = personas.items.find(({ roles }) => roles.some(({ code }) => code === 'biller'))?.staffId;
  const { cookies } = await call('POST', '/api/demo/sign-in', { staffId });
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  for (const [place, text] of files.entries()) {
    const body = new FormData();
    body.append('file', new Blob([text], { type: 'application/edi-x12' }), `bench-${place}.835`);
    const { status } = await fetch(`${url}/api/remittances`, { method: 'POST', headers: { cookie }, body });
    if (status >= 300) throw new Error(`Handing in a remittance answered ${status}`);
  }
}

async function mustBePosted({ raw }: BenchServer, traces: readonly string[]): Promise<string[]> {
  const { rows } = await raw.query<{ id: string; state: string; reason: string | null }>('select id, state, reason from billing.remittance where trace = any ($1)', [
    traces,
  ]);
  const waiting = rows.find(({ state }) => state !== 'posted');
  if (rows.length !== traces.length || waiting) throw new Error(`${rows.length} of ${traces.length} remittances were read; ${waiting?.reason ?? 'none waits'}`);
  return rows.map(({ id }) => id);
}

/**
 * Payments of 10,000 claims in ten 835 files: received, read, balanced, matched, judged, posted to the ledger, told to each claim's story.
 * Limit: a plain COPY of the rows of judgements, postings and stories.
 */
export async function remittancePost(server: BenchServer): Promise<Row[]> {
  const claims = await claimsToPay(server);
  const run = `B${Date.now()}`;
  const starts = Array.from({ length: Math.ceil(claims.length / claimsInAFile) }, (_unused, index) => index);
  const files = starts.map((index) => remittanceFile(claims.slice(index * claimsInAFile, (index + 1) * claimsInAFile), `${run}-${index}`, index + 1));
  const value = await elapsed(async () => {
    await handIn(server, files);
    await workFiles(server);
  });
  const ids = await mustBePosted(
    server,
    starts.map((index) => `${run}-${index}`),
  );
  const theirs = `remittance_id in (${ids.map((id) => `'${id}'`).join(', ')})`;
  const limit = await copyLimit(server.raw, [
    { table: 'billing.remittance_claim', where: theirs },
    { table: 'billing.journal', where: theirs },
    { table: 'billing.entry', where: `journal_id in (select id from billing.journal where ${theirs})` },
    { table: 'billing.claim_event', where: `source_file_id in (select inbound_file_id from billing.remittance where ${theirs.replace('remittance_id', 'id')})` },
  ]);
  return [row(`remittance post ${claimsMeasured}`, value, limit, { target: 15_000 })];
}
