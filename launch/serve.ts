import { createServer } from 'node:net';
import { loadDemo } from '#demo/load-demo.ts';
import { assemble } from '#server/main.ts';
import { openLog, readConfig, WrongSetting, type Config } from '#server/platform/index.ts';
import { openReadyDatabase } from './database.ts';
import { connectClearinghouse, startOutsideWorld } from './outside-world.ts';
import { ensureWebBuilt } from './web-build.ts';

type Stop = () => Promise<void>;

function announce(config: Config): void {
  const lines = ['', `  Mooring is ready   ${config.publicUrl}`];
  if (config.demo) lines.push(`  Outside world      http://localhost:${config.MOORING_SANDBOX_HTTP_PORT}   (clearinghouse and mail of the demo)`);
  lines.push('  Stop with Ctrl-C', '');
  console.log(lines.join('\n'));
}

/** Refuses before anything is started when the port is taken, so that the message is the first and only one. */
function refuseBusyPort({ PORT, HOST }: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', () => reject(new WrongSetting('PORT', `${PORT} is in use. Stop what uses it, or choose another, as in PORT=${PORT + 1} npm start.`)));
  probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  return promise;
}

async function serve(config: Config, started: Stop[]): Promise<void> {
  await refuseBusyPort(config);
  const log = openLog(config.MOORING_LOG);
  const [database, webFolder] = await Promise.all([openReadyDatabase(config), ensureWebBuilt()]);
  started.push(database.stop);
  if (config.demo) await loadDemo(database.ownerUrl);
  const sandbox = config.demo ? await startOutsideWorld(config) : undefined;
  if (sandbox) started.push(sandbox.stop);
  const product = await assemble({ config, databaseUrl: database.url, log, webFolder });
  started.push(product.stop);
  if (sandbox) await connectClearinghouse(product, sandbox);
  await product.http.listen({ port: config.PORT, host: config.HOST });
  announce(config);
}

async function stopAll(started: Stop[]): Promise<void> {
  for (const stop of started.toReversed()) await stop().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
}

/** With demo data, mail goes to the sandbox unless somebody says otherwise. */
function settingsOf(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const demo = (environment['MOORING_DEMO'] ?? 'on') === 'on';
  const smtp = demo ? `smtp://127.0.0.1:${environment['MOORING_SANDBOX_SMTP_PORT'] ?? 2525}` : undefined;
  return { MOORING_LOG: 'warn', ...environment, SMTP_URL: environment['SMTP_URL'] ?? smtp };
}

const started: Stop[] = [];
const { promise: told, resolve: tell } = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => tell());
try {
  await serve(readConfig(settingsOf(process.env)), started);
  await told;
  console.log('Stopping…');
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof WrongSetting || (error instanceof Error && !(error instanceof TypeError)) ? error.message : error);
}
await stopAll(started);
