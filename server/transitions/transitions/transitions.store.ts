import { sql } from 'kysely';
import type { Effect, Move, Receipt } from '#server/programs/index.ts';
import type { Tx } from '#server/platform/index.ts';
import type { Transition } from './transition.ts';

const transition = sql`select t.id, t.patient_id, t.program_id, coalesce(origin.name, '') as from_name, t.to_program_id, coalesce(target.name, '') as to_name, t.episode_id, t.kind, t.reason,
    t.at, t.clinician_id, coalesce(c.display_name, '') as clinician_name, t.ends_stay, t.effects, t.receipts, t.made_at, coalesce(m.display_name, '') as made_by, t.taken_back_at
  from transitions.transition t left join programs.program_name origin on origin.id = t.program_id left join programs.program_name target on target.id = t.to_program_id
    left join identity.staff_name c on c.id = t.clinician_id left join identity.staff_name m on m.id = t.made_by`;

/** Moves of a person, merged records included, the latest first. */
export async function transitionsOf(tx: Tx, patientId: string): Promise<readonly Transition[]> {
  const { rows } = await sql<Transition>`${transition}
    where t.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId})) order by t.made_at desc, t.id desc`.execute(
    tx.db,
  );
  return rows;
}

/** One move, locked until the transaction ends; undefined when there is none that this actor may see. */
export async function lockTransition(tx: Tx, transitionId: string): Promise<Transition | undefined> {
  const { rows } = await sql<Transition>`${transition} where t.id = ${transitionId} for update of t`.execute(tx.db);
  return rows[0];
}

/** Writes a move that was done. */
export async function insertTransition(
  tx: Tx,
  of: Move,
  made: { id: string; reason: string; effects: readonly Effect[]; receipts: Readonly<Record<string, Receipt>> },
): Promise<void> {
  await sql`insert into transitions.transition (id, patient_id, program_id, labels, to_program_id, episode_id, kind, reason, at, clinician_id, ends_stay, effects, receipts, made_at, made_by)
    values (${made.id}, ${of.patientId}, ${of.from.id}, ${of.labels}::text[], ${of.to.id}, ${of.episodeId}, ${of.kind}, ${made.reason}, ${of.at}, ${of.clinicianId}, ${of.endsStay},
      ${JSON.stringify(made.effects)}::jsonb, ${JSON.stringify(made.receipts)}::jsonb, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
}

/** Marks a move as taken back. */
export async function markTakenBack(tx: Tx, transitionId: string): Promise<void> {
  await sql`update transitions.transition set taken_back_at = ${tx.now}, taken_back_by = ${tx.actor.id}::uuid where id = ${transitionId}`.execute(tx.db);
}
