import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';

/** Plans a move in place of the one that was planned. */
export async function insertTransfer(tx: Tx, of: Lodger, to: { bedId: string; plannedFor: string | null; reason: string }): Promise<void> {
  await settleTransfer(tx, { residencyId: of.residencyId }, 'cancelled');
  await sql`insert into residence.transfer (patient_id, program_id, residency_id, to_bed_id, planned_for, reason, recorded_at, recorded_by)
    values (${of.patientId}, ${of.programId}, ${of.residencyId}, ${to.bedId}, ${to.plannedFor}::timestamptz, ${to.reason}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(
    tx.db,
  );
}

/** Settles the planned move of somebody; of one to a certain bed only, when it is named. */
export async function settleTransfer(tx: Tx, of: { residencyId: string; toBedId?: string }, state: 'done' | 'cancelled'): Promise<void> {
  await sql`update residence.transfer set state = ${state}, settled_at = ${tx.now}, settled_by = ${tx.actor.id}::uuid
    where residency_id = ${of.residencyId} and state = 'pending' and (${of.toBedId ?? null}::uuid is null or to_bed_id = ${of.toBedId ?? null}::uuid)`.execute(tx.db);
}
