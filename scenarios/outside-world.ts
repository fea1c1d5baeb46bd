import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectClearinghouse } from '#launch/outside-world.ts';
import { startSandbox, type Sandbox } from '#sandbox/main.ts';
import type { Clinic } from '#testing/clinic.ts';
import { done } from '#testing/released-records.ts';

/** The outside world for as long as the life lasts. */
export async function withOutsideWorld(clinic: Clinic, live: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'outside-'));
  const sandbox = await startSandbox({ sftpPort: 0, httpPort: 0, smtpPort: 0, dataDirectory: place });
  try {
    await connectClearinghouse(clinic.product, sandbox);
    await live(sandbox);
  } finally {
    await sandbox.stop();
    await rm(place, { recursive: true, force: true });
  }
}

/** Tells the outside world what to do. */
export async function steer({ httpUrl }: Sandbox, path: string, body: object): Promise<void> {
  const reply = await fetch(`${httpUrl}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The outside world answered ${reply.status}: ${await reply.text()}`);
}

/** Seconds of a day. */
export const day = 86_400;

/** So many days go by, for the clinic and for the outside world alike; then the mail of the clearinghouse is fetched and worked. */
export async function daysPass(clinic: Clinic, sandbox: Sandbox, days: number): Promise<void> {
  clinic.advance({ hours: 24 * days });
  await steer(sandbox, '/clearinghouse/clock', { advanceSeconds: day * days });
  await done((await clinic.again('biller')).post('/clearinghouse/polls'));
  await clinic.settleJobs();
}
