import { sql, type Kysely } from 'kysely';
import type { Action, ActionOptions } from '../action/action.ts';
import type { Actor, Purpose } from '../action/actor.ts';
import type { DomainEvent, Origin, Touch, Tx } from '../action/tx.ts';
import type { Config } from '../config/config.ts';
import type { Subscriptions } from '../jobs/subscriptions.ts';
import type { Workshop } from './workshop.ts';

/** In whose name, why and whence a transaction runs. */
export interface Circumstances {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly traceId: string;
  readonly origin?: Origin;
}

const nowhere: Origin = { address: null, device: null, headers: {} };

function programsSetting(actor: Actor): string {
  return actor.kind === 'system' ? '*' : `{${actor.programIds.join(',')}}`;
}

async function enqueue(db: Kysely<Record<never, never>>, job: string, payload: object, key?: string, runAt?: Temporal.Instant): Promise<void> {
  await sql`select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}::text, run_at => ${runAt?.toString() ?? null}::timestamptz)`.execute(db);
}

class OpenTransaction implements Tx {
  readonly db: Kysely<Record<never, never>>;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly now: Temporal.Instant;
  readonly traceId: string;
  readonly origin: Origin;
  readonly config: Config;
  readonly touches: Touch[] = [];
  readonly later: (() => void)[] = [];
  readonly #subscriptions: Subscriptions;

  constructor(db: Kysely<Record<never, never>>, workshop: Workshop, circumstances: Circumstances) {
    this.db = db;
    this.actor = circumstances.actor;
    this.purpose = circumstances.purpose;
    this.traceId = circumstances.traceId;
    this.origin = circumstances.origin ?? nowhere;
    this.now = workshop.clock.now();
    this.config = workshop.config;
    this.#subscriptions = workshop.subscriptions;
  }

  async record(event: DomainEvent): Promise<void> {
    for (const job of this.#subscriptions.to(event.name)) await enqueue(this.db, job, { event: event.name, ...event.payload });
  }

  enqueue(job: string, payload: object, options: { key?: string; runAt?: Temporal.Instant } = {}): Promise<void> {
    return enqueue(this.db, job, payload, options.key, options.runAt);
  }

  touch(touch: Touch): void {
    this.touches.push(touch);
  }

  afterCommit(act: () => void): void {
    this.later.push(act);
  }
}

/** Row-level security reads these; they end with the transaction. One statement, one round trip. */
async function applySettings(tx: OpenTransaction): Promise<void> {
  const { db, actor, purpose, traceId, now } = tx;
  await sql`select set_config('mooring.actor_id', ${actor.id ?? ''}, true), set_config('mooring.actor_kind', ${actor.kind}, true),
    set_config('mooring.purpose', ${purpose}, true), set_config('mooring.programs', ${programsSetting(actor)}, true),
    set_config('mooring.permissions', ${[...actor.permissions].join(',')}, true), set_config('mooring.trace_id', ${traceId}, true),
    set_config('mooring.now', ${now.toString()}, true)`.execute(db);
}

function patientsOf(touches: readonly Touch[]): string[] {
  return [...new Set(touches.flatMap((touch) => touch.patientId ?? []))];
}

/** The one entry of an action: who, what, whose, why; field names but no values. */
function auditEntry({ name, options }: { name: string; options: ActionOptions }, tx: OpenTransaction): object {
  const subject = tx.touches.find((touch) => touch.id) ?? tx.touches[0];
  return {
    at: tx.now.toString(),
    action: name,
    actorKind: tx.actor.kind,
    actorId: tx.actor.id,
    actorName: tx.actor.name,
    actorRoles: tx.actor.roles,
    sessionId: tx.actor.sessionId,
    purpose: tx.purpose,
    patientIds: patientsOf(tx.touches),
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    programId: subject?.programId ?? null,
    outcome: tx.touches.find((touch) => touch.outcome)?.outcome ?? options.outcome ?? 'done',
    traceId: tx.traceId,
    address: tx.origin.address,
    device: tx.origin.device,
    fields: [...new Set(tx.touches.flatMap((touch) => touch.fields ?? []))],
    details: Object.assign({}, ...tx.touches.map((touch) => touch.details ?? {})),
  };
}

/** Runs one action in one transaction: settings, handler, audit entry, commit. Throws whatever the handler throws, with nothing kept. */
export async function perform<Input, Output>(
  workshop: Workshop,
  circumstances: Circumstances,
  verb: Pick<Action<Input, Output>, 'name' | 'options' | 'within'>,
  input: Input,
): Promise<Output> {
  const later: (() => void)[] = [];
  const output = await workshop.database.kysely.transaction().execute(async (db) => {
    const tx = new OpenTransaction(db, workshop, circumstances);
    await applySettings(tx);
    const result = await verb.within(tx, input);
    if (verb.options.audit !== 'touched' || tx.touches.length > 0) {
      await sql`select audit.write(${JSON.stringify(auditEntry(verb, tx))}::jsonb)`.execute(db);
    }
    later.push(...tx.later);
    return result;
  });
  for (const act of later) act();
  return output;
}
