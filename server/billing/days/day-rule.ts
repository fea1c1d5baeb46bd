import { z } from 'zod';
import file from '#content/billing/days.json' with { type: 'json' };

const Rule = z.object({
  levels: z.array(z.string()),
  /** By the midnight census of a house, or by the minutes attended in a day program. */
  countedBy: z.enum(['census', 'attendance']),
  /** Null where only the institutional form carries the day. */
  procedure: z.string().nullable(),
  modifiers: z.array(z.string()),
  /** For the institutional form; the professional one has no place for it. */
  revenueCode: z.string().nullable(),
  placesOfService: z.array(z.string()),
  /** Kinds of leave over a midnight that are paid all the same. */
  paidLeaves: z.array(z.string()),
  /** How many such nights are paid, and in which span of time; null without a limit. */
  leaveNights: z
    .object({ upTo: z.int(), per: z.enum(['stay', 'month', 'year']) })
    .nullable()
    .default(null),
  /** Whether the day of discharge is paid like a night. */
  countsDischarge: z.boolean().default(false),
  /** The document that a day needs before it is claimed, as the standard of the level calls it, and the forms that are it. No forms: the notes of its sessions. */
  needsNote: z.object({ says: z.string(), forms: z.array(z.string()) }),
  needsAuthorization: z.boolean(),
  /** What the first diagnosis begins with. */
  principalDiagnosis: z.string(),
  /** Days that go together on one claim, and whether they stand there one by one or as a span with its units. */
  claim: z.object({ per: z.enum(['month', 'week']), lines: z.enum(['day', 'span']) }),
  says: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});

/** How days of a level of care are billed, payers aside (payer-rule.ts). Source in content/billing/days.json. */
export type DayChargeRule = z.infer<typeof Rule>;

const content = z.object({ version: z.string(), besideTheDay: z.array(z.string()), rules: z.array(Rule) }).parse(file);

/** The version of the shipped rules, kept with each day that they judged. */
export const dayRulesVersion = content.version;

/** Services that are billed beside a day and not within it: physicians, tests, injected medicines. */
export const besideTheDay: readonly string[] = content.besideTheDay;

/** All rules of days. */
export const dayRules: readonly DayChargeRule[] = content.rules;

/** Levels of care in which days are billed and not services. */
export const levelsBilledByDay: readonly string[] = [...new Set(content.rules.flatMap(({ levels }) => levels))];

/** The rule of a level of care on a day (YYYY-MM-DD); undefined where services are billed and not days. */
export function dayRuleOn(levelOfCare: string, on: string): DayChargeRule | undefined {
  return content.rules.find(({ levels, validFrom, validTo }) => levels.includes(levelOfCare) && validFrom <= on && (validTo === null || on < validTo));
}
