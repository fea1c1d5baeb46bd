import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '#launch/free-port.ts';

/** A product at work for the tests, with a database of its own. */
export interface Product {
  readonly url: string;
  /** The address as the console shows it: of an empty house, with the set-up code. */
  readonly address: string;
  /** The page of the outside world: its mail and its clearinghouse. */
  readonly outsideUrl: string;
  stop(): Promise<void>;
}

/** Starts the real product as `npm start` does, on free ports; `demo: false` is a house without an organisation. Throws with its words when it does not come up. */
export async function startProduct({ demo }: { readonly demo: boolean }): Promise<Product> {
  const [port, sandboxPort, sftpPort, smtpPort] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'leash.ts')], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: String(port),
      MOORING_DEMO: demo ? 'on' : 'off',
      MOORING_SANDBOX_HTTP_PORT: String(sandboxPort),
      MOORING_SANDBOX_SFTP_PORT: String(sftpPort),
      MOORING_SANDBOX_SMTP_PORT: String(smtpPort),
    },
  });
  const ended = once(child, 'exit');
  let said = '';
  const ready = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Mooring is ready')) resolve(true);
      });
    }
    child.once('exit', () => resolve(false));
  });
  if (!(await ready)) throw new Error(`The product did not start:\n${said}`);
  return {
    url: `http://localhost:${port}`,
    address: /Mooring is ready\s+(\S+)/.exec(said)?.[1] ?? '',
    outsideUrl: `http://localhost:${sandboxPort}`,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
