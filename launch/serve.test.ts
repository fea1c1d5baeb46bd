import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';

/** Starts the product with these settings, which it cannot use, and answers its words and its exit code. */
type Start = (settings: Readonly<Record<string, string>>) => Promise<{ words: string; code: number | null; left: string[] }>;

const test = base.extend<{ start: Start }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the dependencies of a fixture from this pattern.
  start: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'mooring-start-'));
    await use(async (settings) => {
      const env = { PATH: process.env['PATH'], MOORING_DATA: data, MOORING_MASTER_KEY: '0'.repeat(64), ...settings };
      const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const words = Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
      const [code] = (await once(child, 'close')) as [number | null];
      return { words: Buffer.concat((await words).flat() as Buffer[]).toString(), code, left: await readdir(data) };
    });
    await rm(data, { recursive: true });
  },
});

async function takenPort(use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

describe('a start that cannot be', { timeout: 120_000 }, () => {
  test('says in one line which setting is wrong', async ({ start }) => {
    expect(await start({ PORT: 'eighty' })).toEqual({ words: 'PORT: must be a number\n', code: 1, left: [] });
  });

  test('names the setting of a port that is taken, before anything is made', async ({ start }) => {
    await takenPort(async (port) => {
      const said = expect.stringMatching(new RegExp(`^PORT: ${port} is in use.*\\n$`)) as string;
      expect(await start({ PORT: String(port) })).toEqual({ words: said, code: 1, left: [] });
      const other = expect.stringMatching(new RegExp(`^MOORING_SANDBOX_SFTP_PORT: ${port} is in use.*\\n$`)) as string;
      expect(await start({ PORT: '0', MOORING_SANDBOX_SFTP_PORT: String(port) })).toEqual({ words: other, code: 1, left: [] });
    });
  });
});
