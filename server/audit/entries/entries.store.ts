import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { EntryLine } from './entry-line.ts';

/** Which entries are wanted. */
export interface EntryFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actorId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly purpose?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly traceId?: string | undefined;
}

/** A whole word, or all words of a kind: `note` stands for `note.sign`, `note.read` and the others. */
function ofAction(action: string): RawBuilder<unknown> {
  return action.includes('.') ? sql`and e.action = ${action}` : sql`and split_part(e.action, '.', 1) = ${action}`;
}

function conditions({ cursor, from, to, actorId, action, outcome, purpose, sessionId, traceId }: EntryFilter): RawBuilder<unknown> {
  const wanted = [
    cursor && sql`and e.seq < ${cursor}::bigint`,
    from && sql`and e.at >= ${from}`,
    to && sql`and e.at < ${to}`,
    // Somebody's doings include what was done to their own account: sign-ins begin before it is known who acts.
    actorId && sql`and (e.actor_id = ${actorId} or (e.subject_kind = 'staff' and e.subject_id = ${actorId}))`,
    action && ofAction(action),
    outcome && sql`and e.outcome = ${outcome}`,
    purpose && sql`and e.purpose = ${purpose}`,
    sessionId && sql`and e.session_id = ${sessionId}`,
    traceId && sql`and e.trace_id = ${traceId}`,
  ];
  return sql.join(
    wanted.filter((condition) => typeof condition === 'object'),
    sql` `,
  );
}

/** Entries, the newest first; at most `limit` and one more, which tells that there are others. */
export async function entriesWanted(tx: Tx, filter: EntryFilter): Promise<EntryLine[]> {
  const source = filter.patientId ? sql`audit.entry_patient p join audit.entry e on e.seq = p.seq and p.patient_id = ${filter.patientId}` : sql`audit.entry e`;
  const order = filter.patientId ? sql`p.seq` : sql`e.seq`;
  const { rows } = await sql<EntryLine>`select e.seq::text as id, e.at, e.action, e.outcome, e.purpose,
      jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', e.actor_name, 'roles', e.actor_roles) as actor,
      e.patient_ids::text[] as patient_ids, case when e.subject_kind is not null then jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id) end as subject,
      e.program_id, e.reason, e.fields, e.details, e.session_id, e.address, e.device, e.trace_id,
      not exists (select from audit.unsealed waiting where waiting.seq = e.seq) as is_sealed
    from ${source} where true ${conditions(filter)} order by ${order} desc limit ${filter.limit + 1}`.execute(tx.db);
  return rows;
}

/** State of the chain. */
export async function chainState(tx: Tx) {
  const { rows } = await sql<{ blocks: number; sealedEntries: number; unsealedEntries: number; lastSealedAt: Temporal.Instant | null; lastHash: string | null }>`
    select (select count(*) from audit.block) as blocks, (select coalesce(sum(entry_count), 0)::bigint from audit.block) as sealed_entries,
      (select count(*) from audit.unsealed) as unsealed_entries, newest.sealed_at as last_sealed_at, encode(newest.hash, 'hex') as last_hash
    from (select) nothing left join lateral (select sealed_at, hash from audit.block order by number desc limit 1) newest on true`.execute(tx.db);
  return rows[0] ?? { blocks: 0, sealedEntries: 0, unsealedEntries: 0, lastSealedAt: null, lastHash: null };
}
