import { EventEmitter } from 'node:events';
import { randomInt } from 'node:crypto';
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger as Log } from 'pino';
import { systemActor } from '../action/actor.ts';
import { newId } from '../ids/id.ts';
import { perform } from '../database/transaction.ts';
import type { Workshop } from '../database/workshop.ts';
import type { Job, Outside } from './job.ts';

/** The workers of one process. */
export interface Workers {
  stop(): Promise<void>;
}

// Two-part advisory lock: this constant and the process's own number. Held for life, so a dead process is known by its free lock.
const lifeLock = 7_001;

function asSystem() {
  return { actor: systemActor, purpose: 'HOPERAT' as const, traceId: newId() };
}

function outsideOf(workshop: Workshop): Outside {
  return {
    workshop,
    now: workshop.clock.now(),
    transaction: (name, work) => perform(workshop, asSystem(), { name, options: { audit: 'touched' }, within: (tx) => work(tx) }, undefined),
  };
}

/** Runs one job once. `once` is its unique number: the mark is committed with the work, so that a rerun finds it. */
export async function runJob(workshop: Workshop, job: Job, payload: unknown, once: string): Promise<void> {
  if (job.run.kind === 'outside') return job.run.act(outsideOf(workshop), payload);
  const { act } = job.run;
  await perform(
    workshop,
    asSystem(),
    {
      name: job.name,
      options: { audit: 'touched' },
      within: async (tx) => {
        const { rows } = await sql`insert into platform.job_done (job_id) values (${once}) on conflict do nothing returning job_id`.execute(tx.db);
        if (rows.length > 0) await act(tx, payload);
      },
    },
    undefined,
  );
}

function tasks(workshop: Workshop, jobs: readonly Job[], log: Log): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown, helpers: { job: { id: string; attempts: number } }) => {
        try {
          await runJob(workshop, job, payload, helpers.job.id);
        } catch (error) {
          log.warn({ job: job.name, attempt: helpers.job.attempts, error: error instanceof Error ? error.message : 'unknown' }, 'job failed, will be tried again');
          throw error;
        }
      },
    ]),
  );
}

function cronItems(jobs: readonly Job[]) {
  return parseCronItems(
    jobs.flatMap(({ name, every, maxAttempts, queue }) =>
      every ? [{ task: name, match: every, options: { backfillPeriod: 0, maxAttempts, ...(queue === undefined ? {} : { queueName: queue }) } }] : [],
    ),
  );
}

/** Takes this process's life lock, so that the others can tell whether it still lives. */
async function takeLife(life: pg.Client, processKey: number): Promise<void> {
  await life.connect();
  await life.query('select pg_advisory_lock($1, $2)', [lifeLock, processKey]);
}

/** Frees what dead processes had locked; graphile-worker itself would wait four hours. */
async function freeTheDead(life: pg.Client, processKey: number): Promise<void> {
  const { rows } = await life.query<{ other: number }>('select distinct process_key as other from platform.worker where process_key <> $1', [processKey]);
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

function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else log.debug(message);
  });
}

/** Starts working jobs. `url` is the application's own connection; jobs run under the same row-level security as all else. */
export async function startWorkers(workshop: Workshop, jobs: readonly Job[], url: string, log: Log): Promise<Workers> {
  const processKey = randomInt(2 ** 30);
  const life = new pg.Client({ connectionString: url, application_name: 'mooring-life' });
  life.on('error', (error) => log.error({ error: error.message }, 'the connection that holds the life lock broke'));
  await takeLife(life, processKey);
  await freeTheDead(life, processKey);
  const pool = new pg.Pool({ connectionString: url, max: 5, application_name: 'mooring-jobs' });
  const hearOfBreak = (error: Error) => log.warn({ error: error.message }, 'a job connection broke');
  pool.on('error', hearOfBreak);
  pool.on('connect', (client) => client.on('error', hearOfBreak));
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    pool
      .query('insert into platform.worker (worker_id, process_key) values ($1, $2) on conflict do nothing', [worker.workerId, processKey])
      .catch((error: unknown) => log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'a worker could not be registered'));
  });
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasks(workshop, jobs, log),
    parsedCronItems: cronItems(jobs),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet(log),
    events,
  });
  const rounds = setInterval(
    () => void freeTheDead(life, processKey).catch((error: unknown) => log.warn({ error: String(error) }, 'could not look for dead workers')),
    30_000,
  );
  return {
    async stop() {
      clearInterval(rounds);
      await runner.stop();
      await life.query('delete from platform.worker where process_key = $1', [processKey]);
      await life.end();
      await pool.end();
    },
  };
}
