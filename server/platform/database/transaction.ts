import { sql, type Kysely } from 'kysely';
import type { Action, ActionOptions } from '../action/action.ts';
import type { Actor, Purpose } from '../action/actor.ts';
import type { DomainEvent, Origin, Touch, Tx } from '../action/tx.ts';
import type { Config } from '../config/config.ts';
import type { Subscriptions } from '../jobs/subscriptions.ts';
import { Invalid, NotFound, NotSignedIn, Refused } from '../refused/refused.ts';
import type { Workshop } from './workshop.ts';

/** In whose name, why and whence a transaction runs. */
export interface Circumstances {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly traceId: string;
  readonly origin?: Origin;
  /** Patients whom the request names in its path. */
  readonly askedFor?: readonly string[];
}

const nowhere: Origin = { address: null, device: null, headers: {} };

function programsSetting(actor: Actor): string {
  return actor.kind === 'system' ? '*' : `{${actor.programIds.join(',')}}`;
}

interface JobToCome {
  readonly name: string;
  readonly payload: object;
  readonly queue: string | undefined;
  readonly key?: string;
  readonly runAt?: Temporal.Instant;
}

async function enqueue(db: Kysely<Record<never, never>>, { name, payload, queue, key, runAt }: JobToCome): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null}::text, job_key => ${key ?? null}::text,
    run_at => ${runAt?.toString() ?? null}::timestamptz)`.execute(db);
}

class OpenTransaction implements Tx {
  readonly db: Kysely<Record<never, never>>;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly now: Temporal.Instant;
  readonly traceId: string;
  readonly origin: Origin;
  readonly config: Config;
  readonly askedFor: readonly string[];
  readonly touches: Touch[] = [];
  readonly later: (() => void)[] = [];
  readonly #subscriptions: Subscriptions;

  constructor(db: Kysely<Record<never, never>>, workshop: Workshop, circumstances: Circumstances) {
    this.db = db;
    this.actor = circumstances.actor;
    this.purpose = circumstances.purpose;
    this.traceId = circumstances.traceId;
    this.origin = circumstances.origin ?? nowhere;
    this.askedFor = circumstances.askedFor ?? [];
    this.now = workshop.clock.now();
    this.config = workshop.config;
    this.#subscriptions = workshop.subscriptions;
  }

  async record(event: DomainEvent): Promise<void> {
    for (const job of this.#subscriptions.to(event.name)) await this.enqueue(job, { event: event.name, ...event.payload });
  }

  enqueue(job: string, payload: object, options: { key?: string; runAt?: Temporal.Instant } = {}): Promise<void> {
    return enqueue(this.db, { name: job, payload, queue: this.#subscriptions.queueOf(job), ...options });
  }

  touch(touch: Touch): void {
    this.touches.push(touch);
  }

  afterCommit(act: () => void): void {
    this.later.push(act);
  }
}

/**
 * Row-level security reads these; they end with the transaction. One statement, one round trip. The last of them asks the others, once for all tables:
 * the set in the subquery is finished before, which `offset 0` keeps so.
 */
async function applySettings(tx: OpenTransaction): Promise<void> {
  const { db, actor, purpose, traceId, now } = tx;
  await sql`select said.*, set_config('mooring.narrowed', privacy.narrowed_now()::text, true) from (
    select set_config('mooring.actor_id', ${actor.id ?? ''}, true), set_config('mooring.actor_kind', ${actor.kind}, true),
      set_config('mooring.purpose', ${purpose}, true), set_config('mooring.programs', ${programsSetting(actor)}, true),
      set_config('mooring.permissions', ${[...actor.permissions].join(',')}, true), set_config('mooring.trace_id', ${traceId}, true),
      set_config('mooring.now', ${now.toString()}, true) offset 0) said`.execute(db);
}

function patientsOf(touches: readonly Touch[], askedFor: readonly string[]): string[] {
  return [...new Set([...touches.flatMap((touch) => touch.patientId ?? []), ...askedFor])];
}

/** The word in the audit for what stopped an action; never its message, which may hold what somebody wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused || error instanceof NotSignedIn) return error.code;
  if (error instanceof NotFound) return 'not-found';
  return error instanceof Invalid ? 'invalid' : 'bug';
}

/** Whether the act was done, refused by permission, or came to nothing. */
function outcomeOf({ options }: { options: ActionOptions }, tx: OpenTransaction, reason: string | null): string {
  if (reason !== null) return 'failed';
  return tx.touches.find((touch) => touch.outcome)?.outcome ?? options.outcome ?? 'done';
}

/** What the action was about: the first thing touched that has an id, else the first. */
function subjectOf(touches: readonly Touch[]): { subjectKind: string | null; subjectId: string | null; programId: string | null } {
  const subject = touches.find((touch) => touch.id) ?? touches[0];
  return { subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null, programId: subject?.programId ?? null };
}

/** The one entry of an action: who, what, whose, why; field names but no values. */
function auditEntry(verb: { name: string; options: ActionOptions }, tx: OpenTransaction, reason: string | null = null): object {
  const outcome = outcomeOf(verb, tx, reason);
  return {
    at: tx.now.toString(),
    action: verb.name,
    actorKind: tx.actor.kind,
    actorId: tx.actor.id,
    actorName: tx.actor.name,
    actorRoles: tx.actor.roles,
    sessionId: tx.actor.sessionId,
    purpose: tx.purpose,
    // Who was asked for counts when nothing was given: an attempt on a record belongs to its accesses.
    patientIds: patientsOf(tx.touches, outcome === 'done' ? [] : tx.askedFor),
    ...subjectOf(tx.touches),
    outcome,
    reason,
    traceId: tx.traceId,
    address: tx.origin.address,
    device: tx.origin.device,
    fields: [...new Set(tx.touches.flatMap((touch) => touch.fields ?? []))],
    details: Object.assign({}, ...tx.touches.map((touch) => touch.details ?? {})),
  };
}

/** An attempt that came to nothing leaves its entry in a transaction of its own: 45 CFR 164.312(b). Jobs are tried again and leave one when done. */
async function keepFailure(
  workshop: Workshop,
  circumstances: Circumstances,
  verb: { name: string; options: ActionOptions },
  failed: OpenTransaction | undefined,
  error: unknown,
): Promise<void> {
  const isSilent = verb.options.audit === 'touched' && (failed?.touches.length ?? 0) === 0 && (circumstances.askedFor?.length ?? 0) === 0;
  if (circumstances.actor.kind === 'system' || isSilent) return;
  await workshop.database.kysely.transaction().execute(async (db) => {
    const tx = new OpenTransaction(db, workshop, circumstances);
    tx.touches.push(...(failed?.touches ?? []));
    await applySettings(tx);
    await sql`select audit.write(${JSON.stringify(auditEntry(verb, tx, reasonOf(error)))}::jsonb)`.execute(db);
  });
}

/** Runs one action in one transaction: settings, handler, audit entry, commit. Throws whatever the handler throws, with nothing kept but the audit of the attempt. */
export async function perform<Input, Output>(
  workshop: Workshop,
  circumstances: Circumstances,
  verb: Pick<Action<Input, Output>, 'name' | 'options' | 'within'>,
  input: Input,
): Promise<Output> {
  let opened: OpenTransaction | undefined;
  const work = workshop.database.kysely.transaction().execute(async (db) => {
    const tx = new OpenTransaction(db, workshop, circumstances);
    opened = tx;
    await applySettings(tx);
    const result = await verb.within(tx, input);
    if (verb.options.audit !== 'touched' || tx.touches.length > 0) {
      await sql`select audit.write(${JSON.stringify(auditEntry(verb, tx))}::jsonb)`.execute(db);
    }
    return result;
  });
  const output = await work.catch(async (error: unknown) => {
    // What stopped the action is told even when the database cannot take the entry: it is then most often the database itself.
    await keepFailure(workshop, circumstances, verb, opened, error).catch(() => undefined);
    throw error;
  });
  for (const act of opened?.later ?? []) act();
  return output;
}
