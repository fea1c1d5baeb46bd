import { loadDemo } from '#demo/load-demo.ts';
import { setUpCode } from '#server/identity/index.ts';
import { assemble, type Product } from '#server/main.ts';
import { openLog, type Config } from '#server/platform/index.ts';
import { openReadyDatabase, type ReadyDatabase } from './database.ts';
import { connectClearinghouse, startOutsideWorld } from './outside-world.ts';
import { ensureWebBuilt } from './web-build.ts';

/** Stops one thing that was started. */
export type Stop = () => Promise<void>;

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

/** Both at once; when one fails the other is still waited for, so that nothing is left running. */
async function openDatabaseAndWeb(config: Config, started: Stop[]): Promise<{ database: ReadyDatabase; webFolder: string }> {
  const [database, web] = await Promise.allSettled([openReadyDatabase(config), ensureWebBuilt()]);
  if (database.status === 'fulfilled') started.push(database.value.stop);
  if (database.status === 'rejected') throw database.reason;
  if (web.status === 'rejected') throw web.reason;
  return { database: database.value, webFolder: web.value };
}

/**
 * Brings it all up: database and web, demo data and outside world, the product. What was started is put among `started` as it comes up, to be stopped in the
 * opposite order. Throws when `told` says so half-way.
 */
export async function serve(config: Config, started: Stop[], told: AbortSignal): Promise<ReadyDatabase> {
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
