import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Objectives that a note being written works on. */
export async function workedOn(tx: Tx, draftId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ objectiveId: string }>`select objective_id from careplans.worked_on where draft_id = ${draftId}`.execute(tx.db);
  return rows.map(({ objectiveId }) => objectiveId);
}

/** Objectives of the latest signed note of the person in the program that worked on any, one's own before those of colleagues. */
export async function workedOnBefore(
  tx: Tx,
  draft: { readonly id: string; readonly patientId: string; readonly programId: string; readonly authorId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ objectiveId: string }>`select w.objective_id from careplans.worked_on w where w.draft_id = (
    select n.draft_id from careplans.worked_on o join charting.written_note n on n.draft_id = o.draft_id
    where o.patient_id = ${draft.patientId} and o.program_id = ${draft.programId} and o.draft_id <> ${draft.id}
    order by o.marked_by = ${draft.authorId}::uuid desc, n.signed_at desc limit 1)`.execute(tx.db);
  return rows.map(({ objectiveId }) => objectiveId);
}

/** Makes these the objectives of a draft. */
export async function replaceWorkedOn(
  tx: Tx,
  draft: { readonly id: string; readonly patientId: string; readonly programId: string },
  objectiveIds: readonly string[],
): Promise<void> {
  await sql`delete from careplans.worked_on where draft_id = ${draft.id} and not objective_id = any (${objectiveIds}::uuid[])`.execute(tx.db);
  await sql`insert into careplans.worked_on (draft_id, objective_id, patient_id, program_id, marked_by, marked_at)
    select ${draft.id}::uuid, objective, ${draft.patientId}::uuid, ${draft.programId}::uuid, ${tx.actor.id}::uuid, ${tx.now}::timestamptz from unnest(${objectiveIds}::uuid[]) objective
    on conflict do nothing`.execute(tx.db);
}
