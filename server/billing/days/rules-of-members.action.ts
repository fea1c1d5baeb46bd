import type { Tx } from '#server/platform/index.ts';
import { payersOn } from './payer-of-day.store.ts';
import { rulesOfDay } from './payer-rule.ts';
import type { WeekRule } from './week-rule.ts';

/** The rule by which the days of a member's week are paid, and what the payer does otherwise. */
export interface RuleOfWeek {
  readonly rule: WeekRule;
  readonly differs: { readonly name: string; readonly says: string; readonly source: string } | null;
}

/** The rules of a week for each of these members, under who pays for them on the day. Nothing where days are not billed. */
export async function weekRulesOfMembers(
  tx: Tx,
  { patientIds, levelOfCare, on }: { patientIds: readonly string[]; levelOfCare: string; on: Temporal.PlainDate },
): Promise<ReadonlyMap<string, RuleOfWeek>> {
  const payers = await payersOn(tx, patientIds, on);
  return new Map(
    patientIds.flatMap((patientId): [string, RuleOfWeek][] => {
      const payer = payers.get(patientId);
      const { week: rule, differences } = rulesOfDay(levelOfCare, on.toString(), payer);
      if (!rule) return [];
      const says = differences.map((one) => one.says).join('. ');
      const source = [...new Set(differences.map((one) => one.source))].join('. ');
      return [[patientId, { rule, differs: payer && differences.length > 0 ? { name: payer.name, says, source } : null }]];
    }),
  );
}
