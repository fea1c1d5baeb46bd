import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Clearinghouse } from './clearinghouse/clearinghouse.ts';
import { clearinghouseRoutes } from './clearinghouse/pages/clearinghouse-routes.ts';
import { stateOf, type ClearinghouseState } from './clearinghouse/pages/state.ts';
import { serveHttp, type Route } from './http/http-server.ts';
import { page } from './http/page.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { MailSink } from './mail/mail-sink.ts';

/** Where the outside world listens and keeps its files. Port 0 takes a free one. */
export interface SandboxSettings {
  readonly host?: string;
  readonly sftpPort: number;
  readonly httpPort: number;
  readonly smtpPort: number;
  readonly dataDirectory: string;
}

/** A running outside world, with the ports it really has. */
export interface Sandbox {
  readonly host: string;
  readonly httpUrl: string;
  readonly smtpUrl: string;
  /** How to reach the clearinghouse: host, port, user, password, host key and its fingerprint, path of the client's private key. */
  readonly sftp: ClearinghouseState['sftp'];
  stop(): Promise<void>;
}

const start: Route = {
  method: 'GET',
  path: '/',
  answer: () => ({
    html: page(
      'The outside world',
      '<p>What Mooring talks to in demo mode and in tests. Never part of a production installation.</p><ul><li><a href="/clearinghouse/page">Clearinghouse</a>: claims come in, answers and payments go out</li><li><a href="/mail/page">Mail</a>: everything that Mooring would have sent</li><li><a href="/messages/page">Texts and calls</a>: what would have reached a telephone</li></ul>',
    ),
  }),
};

/** Starts the clearinghouse, the mail sink and the pages to steer them. Throws when a port is taken, with nothing left running. */
export async function startSandbox({ host = '127.0.0.1', sftpPort, httpPort, smtpPort, dataDirectory }: SandboxSettings): Promise<Sandbox> {
  const house = new Clearinghouse({ host, port: sftpPort, folder: join(dataDirectory, 'clearinghouse') });
  const sink = new MailSink(join(dataDirectory, 'mail'));
  const running: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of running.splice(0).toReversed()) await end();
  };
  try {
    await house.start();
    running.push(() => house.stop());
    const smtp = await sink.start(host, smtpPort);
    running.push(() => sink.stop());
    const http = await serveHttp(host, httpPort, [start, ...clearinghouseRoutes(house, host), ...mailRoutes(sink)]);
    running.push(() => http.stop());
    return { host, httpUrl: `http://${host}:${http.port}`, smtpUrl: `smtp://${host}:${smtp}`, sftp: stateOf(house, host).sftp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const options = {
  host: { type: 'string', default: '127.0.0.1' },
  sftp: { type: 'string', default: '2290' },
  http: { type: 'string', default: '8091' },
  smtp: { type: 'string', default: '2525' },
  data: { type: 'string', default: '.data/sandbox' },
} as const;

if (import.meta.main) {
  const { values } = parseArgs({ options });
  const sandbox = await startSandbox({
    host: values.host,
    sftpPort: Number(values.sftp),
    httpPort: Number(values.http),
    smtpPort: Number(values.smtp),
    dataDirectory: values.data,
  });
  console.log(`Outside world: ${sandbox.httpUrl}  sftp ${sandbox.sftp.port}  ${sandbox.smtpUrl}  host key ${sandbox.sftp.hostKeyFingerprint}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}
