import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Keeps a bed for somebody, in place of another that was kept for them. */
export async function insertReservation(tx: Tx, of: { id: string; patientId: string; programId: string }, bedId: string, expectedOn: string): Promise<void> {
  await settleReservation(tx, { episodeId: of.id }, 'released');
  await sql`insert into residence.reservation (patient_id, program_id, episode_id, bed_id, starts_at, expected_on, recorded_by)
    values (${of.patientId}, ${of.programId}, ${of.id}, ${bedId}, ${tx.now}, ${expectedOn}::date, ${tx.actor.id}::uuid)`.execute(tx.db);
}

/** Settles what is kept for an episode, or in a bed. */
export async function settleReservation(tx: Tx, of: { episodeId: string } | { bedId: string }, state: 'used' | 'released'): Promise<void> {
  const which = 'episodeId' in of ? sql`episode_id = ${of.episodeId}` : sql`bed_id = ${of.bedId}`;
  await sql`update residence.reservation set state = ${state}, settled_at = ${tx.now}, settled_by = ${tx.actor.id}::uuid where ${which} and state = 'open'`.execute(
    tx.db,
  );
}
