import { z } from 'zod';
import file from '#content/billing/payer-days.json' with { type: 'json' };
import { dayRuleOn, type DayChargeRule } from './day-rule.ts';
import { weekRuleOn, type WeekRule } from './week-rule.ts';

/** Everything in which a payer may differ from the general rule; what is not said holds as it is. */
const Difference = z
  .object({
    procedure: z.string().regex(/^[A-Z0-9]{5}$/),
    modifiers: z.array(z.string().length(2)),
    revenueCode: z.string().length(4).nullable(),
    needsAuthorization: z.boolean(),
    countsDischarge: z.boolean(),
    paidLeaves: z.array(z.string()),
    leaveNights: z.object({ upTo: z.int().min(1), per: z.enum(['stay', 'month', 'year']) }).nullable(),
    minutesPerDay: z.int().min(1),
    daysPerWeek: z.int().min(1).max(7),
    minutesPerWeek: z.int().min(1),
    servicesPerDay: z.int().min(1).nullable(),
    short: z.enum(['week-falls', 'days-stand']),
    unit: z.enum(['day', 'week']),
  })
  .partial()
  .strict();

const PayerRule = z.object({
  /** One payer by its number at the clearinghouse, or a kind of payer by its X12 SBR09. */
  payer: z.union([z.strictObject({ electronicId: z.string() }), z.strictObject({ filingIndicator: z.string() })]),
  levels: z.array(z.string()).min(1),
  differs: Difference,
  says: z.string().min(1),
  source: z.string().min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});

/** How a payer, or a kind of payer, bills days of some levels of care otherwise. Source in content/billing/payer-days.json. */
export type PayerDayRule = z.infer<typeof PayerRule>;

/** All that payers do otherwise. */
export const payerDayRules: readonly PayerDayRule[] = z.object({ rules: z.array(PayerRule) }).parse(file).rules;

/** Who pays for a day, as the rules know payers. */
export interface PayerOfDay {
  readonly name: string;
  readonly electronicId: string;
  /** X12 SBR09. */
  readonly filingIndicator: string;
}

/** The rules by which days of a level of care are billed to a payer on a day, and in which of them the payer differs. */
export interface RulesOfDay {
  readonly day: DayChargeRule | undefined;
  readonly week: WeekRule | undefined;
  readonly differences: readonly PayerDayRule[];
}

const isAbout = ({ payer }: PayerDayRule, { electronicId, filingIndicator }: PayerOfDay) =>
  'electronicId' in payer ? payer.electronicId === electronicId : payer.filingIndicator === filingIndicator;

/** All that a payer, or its kind, does otherwise, whenever it holds. */
export function rulesAbout(payer: PayerOfDay, rules: readonly PayerDayRule[] = payerDayRules): readonly PayerDayRule[] {
  return rules.filter((rule) => isAbout(rule, payer));
}

/** What a payer does otherwise at a level of care on a day (YYYY-MM-DD): what holds for its kind first, then its own, which goes before. */
export function differencesOf(payer: PayerOfDay, levelOfCare: string, on: string, rules: readonly PayerDayRule[] = payerDayRules): readonly PayerDayRule[] {
  const meant = rulesAbout(payer, rules).filter((rule) => rule.levels.includes(levelOfCare) && rule.validFrom <= on && (rule.validTo === null || on < rule.validTo));
  return [...meant.filter((rule) => 'filingIndicator' in rule.payer), ...meant.filter((rule) => 'electronicId' in rule.payer)];
}

type Given<Of> = { [Key in keyof Of]?: Exclude<Of[Key], undefined> };

const given = <Of extends object>(of: Of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Given<Of>;

/** The rules of days at a level of care on a day (YYYY-MM-DD): those of all, changed in what the payer does otherwise. */
export function rulesOfDay(levelOfCare: string, on: string, payer: PayerOfDay | undefined, rules?: readonly PayerDayRule[]): RulesOfDay {
  const [day, week] = [dayRuleOn(levelOfCare, on), weekRuleOn(levelOfCare, on)];
  const differences = payer ? differencesOf(payer, levelOfCare, on, rules) : [];
  const { procedure, modifiers, revenueCode, needsAuthorization, countsDischarge, paidLeaves, leaveNights, ...weekly } = Object.assign(
    {},
    ...differences.map(({ differs }) => differs),
  ) as z.infer<typeof Difference>;
  return {
    day: day && { ...day, ...given({ procedure, modifiers, revenueCode, needsAuthorization, countsDischarge, paidLeaves, leaveNights }) },
    week: week && { ...week, ...given({ ...weekly, procedure }) },
    differences,
  };
}
