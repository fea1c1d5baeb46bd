import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { DecidedPolicy } from './fee-policy.ts';
import { policyWords } from './policy.rules.ts';

/** A program that can ask for fees, with the clock of its site. */
export interface FeeProgram {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
}

/** Active programs by name. */
export async function feePrograms(tx: Tx): Promise<readonly FeeProgram[]> {
  const { rows } = await sql<FeeProgram>`select program.id, program.name, program.kind, coalesce(site.time_zone, 'UTC') as time_zone
    from programs.program_name program left join identity.site_name site on site.id = program.site_id where program.active order by program.name`.execute(tx.db);
  return rows;
}

/** All that was decided for these programs, the oldest first. */
export async function decidedPolicies(tx: Tx, programIds: readonly string[]): Promise<readonly DecidedPolicy[]> {
  const { rows } = await sql<
    Omit<DecidedPolicy, 'says'>
  >`select p.id, p.program_id, p.valid_from::text as valid_from, p.late_hours, p.no_show_cents::integer as no_show_cents,
      p.late_cancel_cents::integer as late_cancel_cents, p.free, p.free_in_days, p.reason, p.made_at, staff.display_name as made_by
    from desk.fee_policy p left join identity.staff_name staff on staff.id = p.made_by where p.program_id = any (${programIds}::uuid[]) order by p.valid_from, p.made_at, p.id`.execute(
    tx.db,
  );
  return rows.map((row) => ({ ...row, says: policyWords(row) }));
}

/** Writes a decision; one with the same id is the same decision. */
export async function insertPolicy(tx: Tx, one: Omit<DecidedPolicy, 'says' | 'madeAt' | 'madeBy'>): Promise<void> {
  await sql`insert into desk.fee_policy (id, program_id, valid_from, late_hours, no_show_cents, late_cancel_cents, free, free_in_days, reason, made_at, made_by)
    values (${one.id}, ${one.programId}, ${one.validFrom}::date, ${one.lateHours}, ${one.noShowCents}, ${one.lateCancelCents}, ${one.free}, ${one.freeInDays}, ${one.reason},
      ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}
