import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** A critical result that nobody has reviewed. */
export interface CriticalResult {
  readonly patientId: string;
  readonly programId: string;
  readonly says: string;
  readonly panelName: string;
  readonly writtenAt: Temporal.Instant;
  /** Who ordered it, while they work in the program. */
  readonly orderedBy: string | null;
}

/** A result as it holds, if it is still critical and nobody has reviewed it. */
export async function criticalResult(tx: Tx, resultId: string): Promise<CriticalResult | undefined> {
  const { rows } = await sql<CriticalResult>`select r.patient_id, r.program_id, r.says, r.panel_name, r.written_at,
      (select member.staff_id from identity.staff_membership member join identity.staff_name s on s.id = member.staff_id and s.active
        where member.staff_id = r.ordered_by and member.program_id = r.program_id limit 1) as ordered_by
    from observations.result_now r where r.id = ${resultId} and r.worst = 'critical' and r.state = 'recorded' and r.reviewed_at is null`.execute(tx.db);
  return rows[0];
}
