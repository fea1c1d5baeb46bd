import { createServer } from 'node:net';
import { loadDemo } from '#demo/load-demo.ts';
import { setUpCode } from '#server/identity/index.ts';
import { assemble, type Product } from '#server/main.ts';
import { openLog, readConfig, WrongSetting, type Config } from '#server/platform/index.ts';
import { openReadyDatabase, type ReadyDatabase } from './database.ts';
import { connectClearinghouse, startOutsideWorld } from './outside-world.ts';
import { ensureWebBuilt } from './web-build.ts';

type Stop = () => Promise<void>;

/** Where to go: on an empty server with the code that makes the organisation, which nobody else sees. */
async function addressOf({ http }: Product, { publicUrl, masterKey }: Config): Promise<string> {
  const { needed } = (await http.inject({ url: '/api/set-up' })).json<{ needed: boolean }>();
  return needed ? `${publicUrl}/#set-up=${setUpCode(masterKey)}` : publicUrl;
}

function announce(config: Config, address: string): void {
  const lines = ['', `  Mooring is ready   ${address}`];
  if (config.demo) lines.push(`  Outside world      http://localhost:${config.MOORING_SANDBOX_HTTP_PORT}   (clearinghouse and mail of the demo)`);
  lines.push('  Stop with Ctrl-C', '');
  console.log(lines.join('\n'));
}

/** Refuses before anything is started when a port is taken, so that the message is the first and only one. */
async function refuseBusyPort(setting: string, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(port, host, () => probe.close(() => resolve()));
  try {
    await promise;
  } catch (error) {
    throw wrongPort(setting, port, host, (error as NodeJS.ErrnoException).code);
  }
}

function wrongPort(setting: string, port: number, host: string, code: string | undefined): WrongSetting {
  if (code === 'EACCES') return new WrongSetting(setting, `${port} may only be used by root. Choose one from 1024 up, as in ${setting}=8080 npm start.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new WrongSetting('HOST', `${host} is no address of this machine.`);
  return new WrongSetting(
    setting,
    `${port} is in use, perhaps by a Mooring that runs already. Stop what uses it, or choose another, as in ${setting}=${port + 1} npm start.`,
  );
}

async function refuseBusyPorts(config: Config): Promise<void> {
  await refuseBusyPort('PORT', config.PORT, config.HOST);
  if (!config.demo) return;
  for (const setting of ['MOORING_SANDBOX_SFTP_PORT', 'MOORING_SANDBOX_HTTP_PORT', 'MOORING_SANDBOX_SMTP_PORT'] as const)
    await refuseBusyPort(setting, config[setting], '127.0.0.1');
}

/** Both at once; when one fails the other is still waited for, so that nothing is left running. */
async function openDatabaseAndWeb(config: Config, started: Stop[]): Promise<{ database: ReadyDatabase; webFolder: string }> {
  const [database, web] = await Promise.allSettled([openReadyDatabase(config), ensureWebBuilt()]);
  if (database.status === 'fulfilled') started.push(database.value.stop);
  if (database.status === 'rejected') throw database.reason;
  if (web.status === 'rejected') throw web.reason;
  return { database: database.value, webFolder: web.value };
}

async function serve(config: Config, started: Stop[], told: AbortSignal): Promise<ReadyDatabase> {
  await refuseBusyPorts(config);
  const log = openLog(config.MOORING_LOG);
  const { database, webFolder } = await openDatabaseAndWeb(config, started);
  told.throwIfAborted();
  if (config.demo) await loadDemo(database.ownerUrl);
  told.throwIfAborted();
  const sandbox = config.demo ? await startOutsideWorld(config) : undefined;
  if (sandbox) started.push(sandbox.stop);
  const product = await assemble({ config, databaseUrl: database.url, log, webFolder });
  started.push(product.stop);
  if (sandbox) await connectClearinghouse(product, sandbox);
  told.throwIfAborted();
  await product.http.listen({ port: config.PORT, host: config.HOST });
  announce(config, await addressOf(product, config));
  return database;
}

async function stopAll(started: Stop[]): Promise<void> {
  for (const stop of started.splice(0).toReversed()) await stop().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
}

/** With demo data, mail goes to the sandbox unless somebody says otherwise. */
function settingsOf(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const demo = (environment['MOORING_DEMO'] ?? 'on') === 'on';
  const smtp = demo ? `smtp://127.0.0.1:${environment['MOORING_SANDBOX_SMTP_PORT'] ?? 2525}` : undefined;
  return { MOORING_LOG: 'warn', ...environment, SMTP_URL: environment['SMTP_URL'] ?? smtp };
}

/** Runs until told to stop, or until the database is gone. */
async function run(started: Stop[], told: AbortSignal): Promise<void> {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  told.addEventListener('abort', () => resolve());
  const serving = serve(readConfig(settingsOf(process.env)), started, told);
  const database = await Promise.race([serving, asked]);
  if (database) await Promise.race([asked, database.lost]);
  if (!told.aborted) throw new Error('The database ended by itself. Mooring stops; what was saved is safe. Start it again.');
  console.log('Stopping…');
  await stopAll(started);
  // Told in the middle of starting: what was being started meanwhile is let finish, and stopped below.
  await serving.catch(() => undefined);
}

const started: Stop[] = [];
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// Whoever started us was killed: nobody could stop us any more.
process.on('disconnect', () => stopping.abort());
process.channel?.unref();
try {
  await run(started, stopping.signal);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof WrongSetting || (error instanceof Error && !(error instanceof TypeError)) ? error.message : error);
}
await stopAll(started);
