import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { EpisodeStateName } from '#server/programs/index.ts';
import type { Answers } from './screening.ts';

/** A stay that has not ended, as intake sees it. */
export interface OpenStay {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly state: EpisodeStateName;
  readonly referredOn: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate | null;
}

/** A stay that has not ended. Throws NotFound for none within reach. */
export async function openStay(tx: Tx, episodeId: string): Promise<OpenStay> {
  const { rows } = await sql<OpenStay>`select id, patient_id, program_id, state, referred_on, admitted_on from programs.open_episode where id = ${episodeId}`.execute(
    tx.db,
  );
  if (!rows[0]) throw new NotFound('Episode');
  return rows[0];
}

/** One screening as it was answered. */
export interface ScreeningRow {
  readonly id: string;
  readonly answers: Answers;
  readonly priority: string;
  readonly screenedAt: Temporal.Instant;
  readonly screenedByName: string;
}

/** Screenings of a stay, the latest first. */
export async function screeningsOf(tx: Tx, episodeId: string): Promise<readonly ScreeningRow[]> {
  const { rows } = await sql<ScreeningRow>`select s.id, s.answers, s.priority, s.screened_at, coalesce(n.display_name, '') as screened_by_name
    from intake.screening s left join identity.staff_name n on n.id = s.screened_by where s.episode_id = ${episodeId} order by s.screened_at desc, s.id desc`.execute(
    tx.db,
  );
  return rows;
}

/** Keeps answers; nothing when they are there already. */
export async function insertScreening(tx: Tx, of: OpenStay, kept: { id: string; answers: Answers; version: string; priority: string }): Promise<void> {
  await sql`insert into intake.screening (id, patient_id, program_id, episode_id, answers, version, priority, screened_at, screened_by)
    values (${kept.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${JSON.stringify(kept.answers)}::jsonb, ${kept.version}, ${kept.priority}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict do nothing`.execute(tx.db);
}
