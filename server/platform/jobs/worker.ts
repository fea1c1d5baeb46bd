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
import { LifeLock } from './life-lock.ts';

/** The workers of one process. */
export interface Workers {
  stop(): Promise<void>;
}

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

function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else log.debug(message);
  });
}

/** Starts working jobs. `url` is the application's own connection; jobs run under the same row-level security as all else. */
export async function startWorkers(workshop: Workshop, jobs: readonly Job[], url: string, log: Log): Promise<Workers> {
  const processKey = randomInt(2 ** 30);
  const life = new LifeLock(url, processKey, log);
  await life.take();
  await life.freeTheDead();
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
  const rounds = setInterval(() => void life.freeTheDead().catch((error: unknown) => log.warn({ error: String(error) }, 'could not look for dead workers')), 30_000);
  return {
    async stop() {
      clearInterval(rounds);
      await runner.stop();
      await life.release();
      await pool.end();
    },
  };
}
