import { readConfig, WrongSetting } from '#server/platform/config/config.ts';
import { refuseBusyPorts } from './busy-ports.ts';
import type { Stop } from './serve-product.ts';

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
  const config = readConfig(settingsOf(process.env));
  await refuseBusyPorts(config);
  // A setting that is wrong is told at once: reading in the whole product takes seconds.
  const { serve } = await import('./serve-product.ts');
  const serving = serve(config, started, told);
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
