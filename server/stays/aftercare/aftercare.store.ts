import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Stay } from '../episodes/stay.store.ts';
import type { KeepAftercare } from './aftercare.contract.ts';

/** What follows a stay, as it was last written. */
export interface AftercareRow extends KeepAftercare {
  readonly writtenAt: Temporal.Instant;
  readonly writtenByName: string;
}

/** The aftercare that holds for a stay; undefined when none was written. */
export async function aftercareOf(tx: Tx, episodeId: string): Promise<AftercareRow | undefined> {
  const { rows } = await sql<AftercareRow>`select a.declined, a.plan, a.appointment, a.risk, a.naloxone, a.written_at, coalesce(s.display_name, '') as written_by_name
    from stays.aftercare a left join identity.staff_name s on s.id = a.written_by where a.episode_id = ${episodeId} order by a.written_at desc, a.id desc limit 1`.execute(
    tx.db,
  );
  return rows[0];
}

/** Writes what follows a stay beside what was written before. */
export async function insertAftercare(tx: Tx, of: Stay, id: string, to: KeepAftercare): Promise<void> {
  await sql`insert into stays.aftercare (id, patient_id, program_id, episode_id, declined, plan, appointment, risk, naloxone, written_at, written_by)
    values (${id}, ${of.patientId}, ${of.programId}, ${of.id}, ${to.declined}, ${to.plan}, ${to.appointment}, ${to.risk}, ${to.naloxone}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(
    tx.db,
  );
}
