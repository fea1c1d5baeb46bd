import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';

/** The leave that somebody is on; undefined when they are here. */
export async function openLeave(tx: Tx, residencyId: string): Promise<{ id: string; startsAt: Temporal.Instant } | undefined> {
  const { rows } = await sql<{
    id: string;
    startsAt: Temporal.Instant;
  }>`select id, starts_at from residence.leave where residency_id = ${residencyId} and ends_at is null`.execute(tx.db);
  return rows[0];
}

/** Writes that somebody left for a while. */
export async function insertLeave(
  tx: Tx,
  of: Lodger,
  leave: { kind: string; note: string; at: Temporal.Instant; expectedBackAt: Temporal.Instant | null },
): Promise<void> {
  await sql`insert into residence.leave (patient_id, program_id, residency_id, kind, note, starts_at, expected_back_at, recorded_at, recorded_by)
    values (${of.patientId}, ${of.programId}, ${of.residencyId}, ${leave.kind}, ${leave.note}, ${leave.at}, ${leave.expectedBackAt}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(
    tx.db,
  );
}

/** Writes that somebody came back. */
export async function endLeave(tx: Tx, leaveId: string, at: Temporal.Instant): Promise<void> {
  await sql`update residence.leave set ends_at = ${at}, end_recorded_at = ${tx.now}, ended_by = ${tx.actor.id}::uuid where id = ${leaveId}`.execute(tx.db);
}
