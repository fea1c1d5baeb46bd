import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { Call } from './call.ts';
import type { TakeCall, TryCallback } from './calls.contract.ts';

const call = sql`select c.id, c.patient_id, c.program_id, coalesce(p.name, '') as program_name, c.called_at, c.caller_name, c.caller_relation, c.caller_phone, c.about_name, c.heard_from,
    s.name as source_name, c.need, c.callback_due_at, c.episode_id, c.outcome, c.outcome_note, coalesce(t.display_name, '') as taken_by_name,
    coalesce((select json_agg(json_build_object('at', a.at, 'way', a.way, 'reached', a.reached, 'note', a.note, 'madeByName', coalesce(m.display_name, '')) order by a.at)
      from intake.attempt a left join identity.staff_name m on m.id = a.made_by where a.call_id = c.id), '[]') as attempts
  from intake.call c left join programs.program_name p on p.id = c.program_id left join intake.source s on s.id = c.source_id left join identity.staff_name t on t.id = c.taken_by`;

/** Calls within reach: those to settle by the promised time, or the last two hundred settled ones. */
export async function callsOf(tx: Tx, isSettled: boolean): Promise<readonly Call[]> {
  const order = isSettled ? sql`c.settled_at desc` : sql`c.callback_due_at nulls last, c.called_at`;
  const { rows } = await sql<Call>`${call} where (c.outcome is not null) = ${isSettled} order by ${order}, c.id limit 200`.execute(tx.db);
  return rows;
}

/** One call, locked until the transaction ends. Throws NotFound for none within reach. */
export async function lockCall(tx: Tx, callId: string): Promise<Call> {
  const { rows } = await sql<Call>`${call} where c.id = ${callId} for update of c`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Call');
  return rows[0];
}

/** Writes a call; nothing when it is there already. */
export async function insertCall(tx: Tx, of: TakeCall & { readonly at: Temporal.Instant }): Promise<void> {
  await sql`insert into intake.call (id, program_id, called_at, caller_name, caller_relation, caller_phone, about_name, heard_from, source_id, need, callback_due_at, taken_by)
    values (${of.id}, ${of.programId}, ${of.at}, ${of.callerName}, ${of.callerRelation}, ${of.callerPhone ?? null}, ${of.aboutName}, ${of.heardFrom}, ${of.sourceId ?? null}, ${of.need},
      ${of.callbackDueAt ?? null}::timestamptz, ${tx.actor.id}::uuid) on conflict do nothing`.execute(tx.db);
}

/** Writes an attempt to call back. */
export async function insertAttempt(tx: Tx, of: Call, attempt: TryCallback & { readonly moment: Temporal.Instant }): Promise<void> {
  await sql`insert into intake.attempt (id, patient_id, program_id, call_id, at, way, reached, note, made_by)
    values (${attempt.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${attempt.moment}, ${attempt.way}, ${attempt.reached}, ${attempt.note}, ${tx.actor.id}::uuid)
    on conflict do nothing`.execute(tx.db);
}

/** Writes what came of a call; with a chart, whose it is. */
export async function settle(tx: Tx, callId: string, to: { outcome: string; note: string; patientId?: string; episodeId?: string }): Promise<void> {
  await sql`update intake.call set outcome = ${to.outcome}, outcome_note = ${to.note}, settled_at = ${tx.now}, settled_by = ${tx.actor.id}::uuid,
      patient_id = coalesce(${to.patientId ?? null}::uuid, patient_id), episode_id = coalesce(${to.episodeId ?? null}::uuid, episode_id)
    where id = ${callId}`.execute(tx.db);
}
