import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Places that a person holds in groups of a program. */
export async function openMemberships(tx: Tx, patientId: string, programId: string): Promise<readonly { id: string; groupName: string }[]> {
  const { rows } = await sql<{ id: string; groupName: string }>`select m.id, g.name as group_name from groups.member m join groups.therapy_group g on g.id = m.group_id
    where m.patient_id = ${patientId} and m.program_id = ${programId} and m.left_on is null order by g.name for update of m`.execute(tx.db);
  return rows;
}

/** Gives these lines of rosters their last day. */
export async function endMemberships(tx: Tx, memberIds: readonly string[], lastDay: Temporal.PlainDate): Promise<void> {
  await sql`update groups.member set left_on = greatest(joined_on, ${lastDay}::date) where id = any (${memberIds}::uuid[]) and left_on is null`.execute(tx.db);
}

/** Takes the last day away again. */
export async function reopenMemberships(tx: Tx, memberIds: readonly string[]): Promise<void> {
  await sql`update groups.member set left_on = null where id = any (${memberIds}::uuid[])`.execute(tx.db);
}
