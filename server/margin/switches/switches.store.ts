import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** A rule that was switched, by whom, when and why; the latest of it holds. */
export interface RuleSwitch {
  readonly ruleId: string;
  readonly isOn: boolean;
  readonly reason: string;
  readonly switchedBy: string;
  readonly switchedAt: Temporal.Instant;
}

const latest = sql`select distinct on (rule_id) rule_id, is_on, reason, switched_by, switched_at from margin.rule_switch order by rule_id, switched_at desc, id desc`;

/** Rules that this organisation does without. */
export async function rulesSwitchedOff(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ ruleId: string }>`select rule_id from (${latest}) held where not is_on`.execute(tx.db);
  return new Set(rows.map(({ ruleId }) => ruleId));
}

/** Every rule that was ever switched, as it stands. */
export async function latestSwitches(tx: Tx): Promise<readonly RuleSwitch[]> {
  const { rows } = await sql<RuleSwitch>`select held.rule_id, held.is_on, held.reason, coalesce(s.display_name, '') as switched_by, held.switched_at
    from (${latest}) held left join identity.staff_name s on s.id = held.switched_by`.execute(tx.db);
  return rows;
}

/** Switches a rule. */
export async function insertSwitch(tx: Tx, ruleId: string, isOn: boolean, reason: string): Promise<void> {
  await sql`insert into margin.rule_switch (rule_id, is_on, reason, switched_by, switched_at) values (${ruleId}, ${isOn}, ${reason}, ${tx.actor.id}, ${tx.now})`.execute(
    tx.db,
  );
}
