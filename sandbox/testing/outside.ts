import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { test } from 'vitest';
import { startSandbox, type Sandbox } from '../main.ts';
import type { ClearinghouseState } from '../clearinghouse/pages/state.ts';

/** A running sandbox with a client at its SFTP door, as a test speaks of it. */
export interface Outside {
  readonly sandbox: Sandbox;
  readonly folder: string;
  connect(): Promise<SftpClient>;
  /** Delivers a file as a careful sender does: under another name first. */
  send(name: string, text: string): Promise<void>;
  /** What stands in /outbound, by name, oldest first. */
  answers(kind?: string): Promise<readonly string[]>;
  order(order: object): Promise<number>;
  post(path: string, body: object): Promise<Response>;
  state(): Promise<ClearinghouseState>;
}

/** A good file of one claim with this patient, charge and number; each number has a day of service of its own, from October 20 backwards. */
export async function claimFile({
  number = 1,
  family = 'DOE',
  charge = '180',
  envelopeAck = '0',
  day = `202610${String(21 - number).padStart(2, '0')}`,
  corrects,
}: {
  number?: number;
  family?: string;
  charge?: string;
  envelopeAck?: string;
  day?: string;
  /** The claim that it replaces (7) or voids (8), by the number of the payer. */
  corrects?: { readonly frequency: '7' | '8'; readonly original: string };
} = {}): Promise<string> {
  const text = await readFile(new URL('../clearinghouse/fixtures/one-line.x12', import.meta.url), 'latin1');
  const control = String(200 + number);
  return text
    .replaceAll('000000104', control.padStart(9, '0'))
    .replace('*0*T*:', `*${envelopeAck}*T*:`)
    .replace(/(GS\*.*\*)104(\*X)/, `$1${control}$2`)
    .replace('GE*1*104', `GE*1*${control}`)
    .replace('HBH0000010', `HBH${String(number).padStart(7, '0')}`)
    .replace('NM1*IL*1*DOE*', `NM1*IL*1*${family}*`)
    .replace('DTP*472*D8*20261020', `DTP*472*D8*${day}`)
    .replace('11:B:1', `11:B:${corrects?.frequency ?? '1'}`)
    .replace('HI*ABK', corrects ? `REF*F8*${corrects.original}~\nHI*ABK` : 'HI*ABK')
    .replace('SE*26', corrects ? 'SE*27' : 'SE*26')
    .replaceAll('*180*', `*${charge}*`);
}

function outsideOf(sandbox: Sandbox, folder: string, clients: SftpClient[]): Outside {
  const connect = async () => {
    // Small packets that wait for each other would make every request take 40 ms.
    const sock = createConnection({ host: '127.0.0.1', port: sandbox.sftp.port, noDelay: true });
    await once(sock, 'connect');
    const client = new SftpClient();
    await client.connect({ sock, username: sandbox.sftp.user, password: sandbox.sftp.password });
    clients.push(client);
    return client;
  };
  const post = (path: string, body: object) =>
    fetch(`${sandbox.httpUrl}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    sandbox,
    folder,
    connect,
    post,
    async send(name, text) {
      const client = await connect();
      await client.put(Buffer.from(text, 'latin1'), `/inbound/${name}.part`);
      await client.posixRename(`/inbound/${name}.part`, `/inbound/${name}`);
      await client.end();
    },
    async answers(kind = '') {
      const client = await connect();
      const names = (await client.list('/outbound'))
        .map(({ name }) => name)
        .filter((name) => name.includes(kind))
        .toSorted();
      const texts: string[] = [];
      for (const name of names) {
        const bytes = await client.get(`/outbound/${name}`);
        if (Buffer.isBuffer(bytes)) texts.push(bytes.toString('latin1'));
      }
      await client.end();
      return texts;
    },
    order: async (order) => (await post('/clearinghouse/orders', order)).status,
    state: async () => (await (await fetch(`${sandbox.httpUrl}/clearinghouse`)).json()) as ClearinghouseState,
  };
}

/** A test with an outside world of its own, on free ports. */
export const outsideTest = test.extend<{ outside: Outside }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the dependencies of a fixture from this pattern.
  outside: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'outside-'));
    const clients: SftpClient[] = [];
    const sandbox = await startSandbox({ sftpPort: 0, httpPort: 0, smtpPort: 0, dataDirectory: folder });
    await use(outsideOf(sandbox, folder, clients));
    for (const client of clients) await client.end().catch(() => undefined);
    await sandbox.stop();
    await rm(folder, { recursive: true });
  },
});
