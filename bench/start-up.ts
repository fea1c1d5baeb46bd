import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discard, startEmbeddedPostgres } from '#launch/embedded-postgres.ts';
import { elapsed, row, type Row } from './measure.ts';

const root = join(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answered(child: ChildProcess): Promise<void> {
  let told = '';
  for await (const chunk of child.stdout ?? []) {
    told += String(chunk);
    if (told.includes('Mooring is ready')) return;
  }
  throw new Error(`The server stopped before it was ready: ${told}`);
}

async function startOnce(folder: string): Promise<number> {
  const [port, sftp, http, smtp] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const env = {
    ...process.env,
    MOORING_DATA: folder,
    PORT: String(port),
    MOORING_SANDBOX_SFTP_PORT: String(sftp),
    MOORING_SANDBOX_HTTP_PORT: String(http),
    MOORING_SANDBOX_SMTP_PORT: String(smtp),
  };
  let child: ChildProcess | undefined;
  const milliseconds = await elapsed(async () => {
    child = spawn(process.execPath, ['launch/serve.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    await answered(child);
  });
  child?.kill('SIGTERM');
  if (child && child.exitCode === null) await once(child, 'exit');
  return milliseconds / 1000;
}

/** From nothing to the first page, and again. Limit: PostgreSQL alone, made and started, then started. */
export async function startUp(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-start-'));
  await chmod(folder, 0o755);
  try {
    const cold = await startOnce(folder);
    const warm = await startOnce(folder);
    const bare = join(folder, 'bare');
    const bareStart = async () => (await startEmbeddedPostgres({ folder: bare, password: 'bench', durable: true, onTrouble: () => undefined })).stop();
    const coldLimit = (await elapsed(bareStart)) / 1000;
    const warmLimit = (await elapsed(bareStart)) / 1000;
    return [row('start-up cold', cold, coldLimit, { unit: 's', target: 180 }), row('start-up warm', warm, warmLimit, { unit: 's', target: 5 })];
  } finally {
    await discard(folder);
  }
}
