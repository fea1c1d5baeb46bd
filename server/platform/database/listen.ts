import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from './database.ts';

/** A connection that hears what other processes tell. */
export interface Listening {
  stop(): Promise<void>;
}

/** What is done with what is heard. `missed` is called whenever something may have been told while nobody listened. */
export interface Ears {
  hear(message: string): void;
  missed(): void;
}

const againAfterMs = 1000;

async function attend(database: Database, channel: string, { hear, missed }: Ears, over: AbortSignal): Promise<void> {
  const client = await database.pool.connect();
  const broken = Promise.withResolvers<void>();
  client.on('error', () => broken.resolve());
  client.on('end', () => broken.resolve());
  const stop = () => broken.resolve();
  over.addEventListener('abort', stop);
  if (over.aborted) stop();
  try {
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    missed();
    await broken.promise;
  } finally {
    over.removeEventListener('abort', stop);
    // The connection listens for ever: it does not go back among the others.
    client.release(true);
  }
}

/** Listens to a channel until stopped, and again whenever the connection breaks. Behind a pooler this needs a session of its own. */
export function listen(database: Database, channel: string, ears: Ears, log: Logger): Listening {
  const over = new AbortController();
  const work = (async () => {
    while (!over.signal.aborted) {
      await attend(database, channel, ears, over.signal).catch((error: unknown) =>
        log.warn({ channel, error: error instanceof Error ? error.message : 'unknown' }, 'listening broke, will be tried again'),
      );
      await pause(againAfterMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      over.abort();
      await work;
    },
  };
}
