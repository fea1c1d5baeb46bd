import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger as Log } from 'pino';

// Two-part advisory lock: this constant and the process's own number. Held for life, so a dead process is known by its free lock.
const lifeLock = 7_001;
const betweenTries = 1_000;

/** The lock by which other processes know that this one lives. When its connection breaks it is taken again, for the process still lives. */
export class LifeLock {
  readonly #url: string;
  readonly #processKey: number;
  readonly #log: Log;
  #client: pg.Client | undefined;
  #isOver = false;

  constructor(url: string, processKey: number, log: Log) {
    this.#url = url;
    this.#processKey = processKey;
    this.#log = log;
  }

  /** Takes the lock on a connection of its own. Throws when the database cannot be reached. */
  async take(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'mooring-life', keepAlive: true });
    client.on('error', (error) => this.#log.warn({ error: error.message }, 'the connection that holds the life lock broke'));
    await client.connect();
    await client.query('select pg_advisory_lock($1, $2)', [lifeLock, this.#processKey]);
    client.once('end', () => void this.#takeAgain());
    this.#client = client;
  }

  async #takeAgain(): Promise<void> {
    this.#client = undefined;
    while (!this.#isOver && !this.#client) {
      await this.take().catch(() => pause(betweenTries, undefined, { ref: false }));
    }
  }

  /** Frees what dead processes had locked; graphile-worker itself would wait four hours. Does nothing while the connection is broken. */
  async freeTheDead(): Promise<void> {
    const life = this.#client;
    if (!life) return;
    const { rows } = await life.query<{ other: number }>('select distinct process_key as other from platform.worker where process_key <> $1', [this.#processKey]);
    for (const { other } of rows) {
      const lock = await life.query<{ free: boolean }>('select pg_try_advisory_lock($1, $2) as free', [lifeLock, other]);
      if (!lock.rows[0]?.free) continue;
      await life.query(
        `with dead as (delete from platform.worker where process_key = $1 returning worker_id)
         select graphile_worker.force_unlock_workers(array(select worker_id from dead))`,
        [other],
      );
      await life.query('select pg_advisory_unlock($1, $2)', [lifeLock, other]);
    }
    // A process may die between taking its first job and registering: what no registered worker holds is nobody's.
    await life.query(
      `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs
         where locked_at < now() - interval '5 seconds' and locked_by not in (select worker_id from platform.worker)))`,
    );
  }

  /** Says that this process's workers are gone, and lets go. */
  async release(): Promise<void> {
    this.#isOver = true;
    const life = this.#client;
    try {
      await life?.query('delete from platform.worker where process_key = $1', [this.#processKey]);
    } finally {
      await life?.end();
    }
  }
}
