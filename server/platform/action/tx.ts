import type { Kysely } from 'kysely';
import type { Config } from '../config/config.ts';
import type { Actor, Purpose } from './actor.ts';

/** What an action looked at or changed, for its one audit entry: names of fields, never their values. */
export interface Touch {
  readonly patientId?: string | readonly string[] | undefined;
  readonly kind: string;
  readonly id?: string | undefined;
  readonly programId?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  /** When the act came to nothing and yet leaves its entry (a refused sign-in). */
  readonly outcome?: 'denied' | 'failed' | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Something that happened, for whoever subscribed; delivered by jobs queued in the same transaction. */
export interface DomainEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Where a request came from; kept in the audit entry. */
export interface Origin {
  readonly address: string | null;
  readonly device: string | null;
  /** Header lines as sent; for sign-in and sign-out only, never logged. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One transaction with its actor, purpose and moment; row-level security is already set to them. */
export interface Tx {
  readonly db: Kysely<Record<never, never>>;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly now: Temporal.Instant;
  readonly traceId: string;
  readonly origin: Origin;
  readonly config: Config;
  /** Announces an event: its subscribers' jobs are committed with the data, or not at all. */
  record(event: DomainEvent): Promise<void>;
  /** Queues a job by name in this transaction. `key` makes a second queueing replace the first. */
  enqueue(job: string, payload: object, options?: { key?: string; runAt?: Temporal.Instant }): Promise<void>;
  /** Notes whose record was seen or changed. Without it nothing of a patient may be answered. */
  touch(touch: Touch): void;
  /** Runs after the commit, and only then; for headers, wake-ups and the like. */
  afterCommit(act: () => void): void;
}

/** The transaction's database as the tables of one context know it. */
export function within<Tables>(tx: Tx): Kysely<Tables> {
  return tx.db as unknown as Kysely<Tables>;
}
