import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';

/** A stay from its admission on. */
export interface Stay {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly source: string;
  readonly referredOn: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly endReason: string | null;
}

/** A stay that has begun, ended or not. Throws NotFound for none within reach. */
export async function begunStay(tx: Tx, episodeId: string): Promise<Stay> {
  const { rows } = await sql<Stay>`select id, patient_id, program_id, source, referred_on, admitted_on, ended_on, end_reason
    from programs.stay_to_report where id = ${episodeId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Episode');
  return rows[0];
}
