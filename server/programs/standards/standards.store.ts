import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { OwnStandard } from './standard.ts';
import type { ChangeStandard } from './standards.contract.ts';

/** What a program asks for on its own account; undefined when it follows its level of care. */
export async function ownStandard(tx: Tx, programId: string): Promise<OwnStandard | undefined> {
  const { rows } = await sql<OwnStandard>`select days_per_week, minutes_per_day, minutes_per_week, review_days, ground, version
    from programs.standard where program_id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Writes what a program asks for. */
export async function writeStandard(tx: Tx, programId: string, to: ChangeStandard): Promise<void> {
  await sql`insert into programs.standard (program_id, days_per_week, minutes_per_day, minutes_per_week, review_days, ground, changed_at, changed_by)
    values (${programId}, ${to.daysPerWeek}, ${to.minutesPerDay}, ${to.minutesPerWeek}, ${to.reviewDays}, ${to.ground}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (program_id) do update set days_per_week = excluded.days_per_week, minutes_per_day = excluded.minutes_per_day,
      minutes_per_week = excluded.minutes_per_week, review_days = excluded.review_days, ground = excluded.ground,
      version = standard.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx.db);
}
