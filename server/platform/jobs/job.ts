import type { z } from 'zod';
import type { Workshop } from '../database/workshop.ts';
import type { Tx } from '../action/tx.ts';

/** When a job runs: on events, on a crontab line (UTC), or only when queued by name. */
export interface JobOptions<Payload> {
  readonly on?: string | readonly string[];
  readonly every?: string;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other, over all processes. */
  readonly queue?: string;
}

/** What a job that speaks with the outside gets: transactions of its own, opened when it needs them. */
export interface Outside {
  readonly workshop: Workshop;
  readonly now: Temporal.Instant;
  /** Opens a transaction as the system; the name is the word in the audit. */
  transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A reaction or a duty. `inside` runs wholly in one transaction; `outside` opens its own. */
export interface Job {
  readonly name: string;
  readonly on: readonly string[];
  readonly every: string | undefined;
  readonly maxAttempts: number;
  readonly queue: string | undefined;
  readonly run:
    | { readonly kind: 'inside'; act(tx: Tx, payload: unknown): Promise<void> }
    | { readonly kind: 'outside'; act(outside: Outside, payload: unknown): Promise<void> };
}

function described<P>(name: string, options: JobOptions<P>, run: Job['run']): Job {
  const on = options.on === undefined ? [] : typeof options.on === 'string' ? [options.on] : options.on;
  return { name, on, every: options.every, maxAttempts: options.maxAttempts ?? 25, queue: options.queue, run };
}

/** A job in one transaction. It is done at most once even when its process dies after the commit. */
export function job<P>(name: string, options: JobOptions<P>, handler: (tx: Tx, payload: P) => Promise<void>): Job {
  return described(name, options, { kind: 'inside', act: (tx, payload) => handler(tx, options.payload.parse(payload)) });
}

/** A job that talks to the world outside; it must bear being run again from any point. */
export function longJob<P>(name: string, options: JobOptions<P>, handler: (outside: Outside, payload: P) => Promise<void>): Job {
  return described(name, options, { kind: 'outside', act: (outside, payload) => handler(outside, options.payload.parse(payload)) });
}
