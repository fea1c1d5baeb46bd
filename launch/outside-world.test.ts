import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { clinicTest, type Clinic } from '#testing/clinic.ts';
import { allJobs } from '#server/main.ts';
import { newId, runJob } from '#server/platform/index.ts';
import { startSandbox, type Sandbox } from '#sandbox/main.ts';
import { connectClearinghouse } from './outside-world.ts';

const test = clinicTest.extend<{ sandbox: Sandbox }>({
  sandbox: async ({ clinic }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'mooring-outside-'));
    const sandbox = await startSandbox({ sftpPort: 0, httpPort: 0, smtpPort: 0, dataDirectory: folder });
    await connectClearinghouse(clinic.product, sandbox);
    await use(sandbox);
    await sandbox.stop();
    await rm(folder, { recursive: true });
  },
});

async function order(sandbox: Sandbox, what: object): Promise<void> {
  const reply = await fetch(`${sandbox.httpUrl}/clearinghouse/orders`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) });
  expect(reply.status).toBe(201);
}

function poll({ product }: Clinic): Promise<void> {
  const job = allJobs.find(({ name }) => name === 'clearinghouse.poll');
  if (!job) throw new Error('no such job');
  return runJob(product.workshop, job, {}, newId());
}

async function trouble(clinic: Clinic): Promise<string | null> {
  const { body } = await (await clinic.as('biller')).get<{ connection: { trouble: string | null } }>('/clearinghouse');
  return body.connection.trouble;
}

describe('looking for answers', () => {
  test('several looks at the same time keep each file once', async ({ clinic, sandbox }) => {
    for (let file = 0; file < 3; file += 1) await order(sandbox, { kind: 'garbage' });
    await Promise.all([poll(clinic), poll(clinic), poll(clinic)]);
    const files = await clinic.sql('owner', `select f.state from billing.seen_remote_file s join billing.inbound_file f on f.id = s.inbound_file_id`);
    // The three are the same bytes under three names: one is worked, two are known as repeats.
    expect(files.map(({ state }) => String(state)).toSorted((one, other) => one.localeCompare(other))).toEqual(['duplicate', 'duplicate', 'received']);
    expect(await clinic.sql('owner', 'select count(*)::integer as n from billing.inbound_file')).toEqual([{ n: 3 }]);
    expect(await trouble(clinic)).toBeNull();
  });

  test('looks wait for each other in a queue of their own', async ({ clinic, sandbox: _connected }) => {
    await (await clinic.as('biller')).post('/clearinghouse/polls');
    expect(await clinic.sql('owner', `select queue_name from graphile_worker.jobs where task_identifier = 'clearinghouse.poll'`)).toEqual([
      { queue_name: 'clearinghouse.poll' },
    ]);
    await clinic.settleJobs();
  });

  test('a fault of our own is not told as a failure of the clearinghouse', async ({ clinic, sandbox }) => {
    await order(sandbox, { kind: 'garbage' });
    await clinic.sql('owner', 'alter table billing.inbound_file add constraint nothing_fits check (false) not valid');
    await expect(poll(clinic)).rejects.toThrow('nothing_fits');
    expect(await trouble(clinic)).toBeNull();
  });

  test('a clearinghouse that is down is told to the biller, until it is up again', async ({ clinic, sandbox }) => {
    await order(sandbox, { kind: 'down' });
    await expect(poll(clinic)).rejects.toThrow('could not be reached');
    expect(await trouble(clinic)).toContain('could not be reached');
    await order(sandbox, { kind: 'up' });
    await poll(clinic);
    expect(await trouble(clinic)).toBeNull();
  });
});
