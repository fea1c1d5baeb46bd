import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { HandOverLine } from './hand-over.ts';
import type { HandOver } from './hand-overs.contract.ts';

const line = sql`select l.hand_over_id, l.patient_id, coalesce(p.display_name, '') as patient_name, l.program_id, coalesce(program.name, '') as program_name, l.episode_id, l.from_staff_id,
    coalesce(s.display_name, '') as from_name, l.to_staff_id, l.leads, l.note, l.at, l.read_at, l.undone_at,
    (select e.primary_clinician_id from programs.open_episode e where e.id = l.episode_id) as leader_now
  from caseloads.hand_over_line l left join patients.patient_name p on p.id = l.patient_id left join programs.program_name program on program.id = l.program_id
    left join identity.staff_name s on s.id = l.from_staff_id`;

/** The people of a hand-over, locked until the transaction ends. */
export async function lockHandOver(tx: Tx, handOverId: string): Promise<readonly HandOverLine[]> {
  const { rows } = await sql<HandOverLine>`${line} where l.hand_over_id = ${handOverId} order by l.patient_id for update of l`.execute(tx.db);
  return rows;
}

/** What was handed to this actor, was not taken back and is not read, the latest first. */
export async function handedTo(tx: Tx): Promise<readonly HandOverLine[]> {
  const { rows } =
    await sql<HandOverLine>`${line} where l.to_staff_id = ${tx.actor.id}::uuid and l.read_at is null and l.undone_at is null order by l.at desc, patient_name limit 500`.execute(
      tx.db,
    );
  return rows;
}

/** Open stays in a program that a colleague leads, by patient. */
export async function staysLedBy(tx: Tx, programId: string, staffId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; patientId: string }>`select id, patient_id from programs.open_episode
    where program_id = ${programId} and state = 'admitted' and primary_clinician_id = ${staffId}`.execute(tx.db);
  return new Map(rows.map(({ id, patientId }) => [patientId, id]));
}

/** Whether a colleague treats in a program. */
export async function treatsIn(tx: Tx, staffId: string, programId: string): Promise<boolean> {
  const { rows } = await sql<{ treats: boolean }>`select exists (select from identity.staff_name s join identity.staff_membership m on m.staff_id = s.id
    where s.id = ${staffId} and s.active and s.is_clinical and m.program_id = ${programId}) as treats`.execute(tx.db);
  return rows[0]?.treats ?? false;
}

/** Writes one person of a hand-over. */
export async function insertLine(tx: Tx, { id, programId, fromStaffId, toStaffId }: HandOver, of: { patientId: string; episodeId: string; note: string }): Promise<void> {
  await sql`insert into caseloads.hand_over_line (hand_over_id, patient_id, program_id, episode_id, from_staff_id, to_staff_id, leads, note, at, by_id)
    values (${id}, ${of.patientId}, ${programId}, ${of.episodeId}, ${fromStaffId}, ${toStaffId}, true, ${of.note}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
}

/** Marks a hand-over as taken back. */
export async function markUndone(tx: Tx, handOverId: string): Promise<void> {
  await sql`update caseloads.hand_over_line set undone_at = ${tx.now}, undone_by = ${tx.actor.id}::uuid where hand_over_id = ${handOverId}`.execute(tx.db);
}

/** Marks what was handed to this actor as read; the program when there was something. */
export async function markRead(tx: Tx, handOverId: string, patientId: string): Promise<string | undefined> {
  const { rows } = await sql<{ programId: string }>`update caseloads.hand_over_line set read_at = coalesce(read_at, ${tx.now})
    where hand_over_id = ${handOverId} and patient_id = ${patientId} and to_staff_id = ${tx.actor.id}::uuid returning program_id`.execute(tx.db);
  return rows[0]?.programId;
}
