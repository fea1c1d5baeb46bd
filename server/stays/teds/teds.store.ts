import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Stay } from '../episodes/stay.store.ts';
import type { TedsAnswers, TedsMoment } from './teds.ts';

/** What was answered at a moment, the latest. */
export interface TedsRow {
  readonly moment: TedsMoment;
  readonly answers: TedsAnswers;
  readonly writtenAt: Temporal.Instant;
  readonly writtenByName: string;
}

/** The answers that hold for a stay, at most one of each moment. */
export async function tedsOf(tx: Tx, episodeId: string): Promise<readonly TedsRow[]> {
  const { rows } = await sql<TedsRow>`select distinct on (t.moment) t.moment, t.answers, t.written_at, coalesce(s.display_name, '') as written_by_name
    from stays.teds t left join identity.staff_name s on s.id = t.written_by where t.episode_id = ${episodeId} order by t.moment, t.written_at desc, t.id desc`.execute(
    tx.db,
  );
  return rows;
}

/** Keeps answers beside the earlier ones. */
export async function insertTeds(tx: Tx, of: Stay, kept: { id: string; moment: TedsMoment; answers: TedsAnswers; version: string }): Promise<void> {
  await sql`insert into stays.teds (id, patient_id, program_id, episode_id, moment, answers, version, written_at, written_by)
    values (${kept.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${kept.moment}, ${JSON.stringify(kept.answers)}::jsonb, ${kept.version}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(
    tx.db,
  );
}
