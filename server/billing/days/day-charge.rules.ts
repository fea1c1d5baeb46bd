import { cents } from '#server/platform/index.ts';
import type { ChargeLine, Hold } from '../charges/charge.ts';
import type { Assessed, CoverageInForce } from '../charges/charging.rules.ts';
import { totalOf, type Fees } from '../charges/pricing.rules.ts';
import type { DayChargeRule } from './day-rule.ts';

/** What the payer has allowed that covers the day. */
export interface Allowance {
  readonly number: string;
  readonly allowed: number;
  /** Billable days before this one that it covered. */
  readonly before: number;
}

/** Everything that decides on the charge of a day that is billable, or that waits to be. */
export interface ChargeableDay {
  readonly rule: DayChargeRule & { readonly procedure: string };
  readonly waits: readonly Hold[];
  readonly diagnoses: readonly string[];
  readonly programPlaceOfService: string;
  readonly coverage: CoverageInForce | undefined;
  readonly fees: Fees;
  readonly allowances: readonly Allowance[];
}

/** Diagnoses with the first one that the procedure asks for in front. */
export function diagnosesInOrder(diagnoses: readonly string[], { principalDiagnosis }: Pick<DayChargeRule, 'principalDiagnosis'>): string[] {
  const first = diagnoses.find((code) => new RegExp(principalDiagnosis).test(code));
  return first === undefined ? [...diagnoses] : [first, ...diagnoses.filter((code) => code !== first)];
}

/** The authorization that a day uses: the first that covers it and has a day left. */
export function allowanceFor(allowances: readonly Allowance[]): Allowance | undefined {
  return allowances.find(({ allowed, before }) => before < allowed);
}

function authorizationHolds({ rule, allowances }: ChargeableDay): Hold[] {
  if (!rule.needsAuthorization || allowanceFor(allowances)) return [];
  const [spent] = allowances;
  return [
    spent
      ? {
          code: 'charge.authorization-used-up',
          says: `Authorization ${spent.number} allows ${spent.allowed} days, and all were used before. Note the next one, then check again.`,
        }
      : { code: 'charge.authorization', says: 'No approved authorization of the payer covers the day. Note it in the chart, then check again.' },
  ];
}

function payerHolds(day: ChargeableDay): Hold[] {
  const { coverage, diagnoses, rule } = day;
  if (!coverage) return [];
  const suits = diagnoses.some((code) => new RegExp(rule.principalDiagnosis).test(code));
  return [
    ...(coverage.payerActive ? [] : [{ code: 'charge.payer-inactive', says: 'The payer is no longer active. Choose the current coverage.' }]),
    ...(coverage.rule ? [] : [{ code: 'charge.payer-rule', says: 'The payer has no billing rules for the day of service.' }]),
    ...(diagnoses.length > 0 ? [] : [{ code: 'charge.diagnosis', says: 'The problem list of the program names no diagnosis. Add it there.' }]),
    ...(diagnoses.length === 0 || suits
      ? []
      : [{ code: 'charge.diagnosis-kind', says: `${rule.procedure} asks for another kind of first diagnosis than ${diagnoses[0]}.` }]),
    ...authorizationHolds(day),
  ];
}

function placeHolds({ rule, programPlaceOfService }: ChargeableDay): Hold[] {
  if (rule.placesOfService.includes(programPlaceOfService)) return [];
  return [
    {
      code: 'charge.place',
      says: `${rule.procedure} is billed from place of service ${rule.placesOfService.join(' or ')}; the program has ${programPlaceOfService}. Put it right in the program.`,
    },
  ];
}

/** The charge of a day: its line, and all that keeps it from being claimed. Without coverage the patient is billed, once nothing is missing. */
export function assessedDay(day: ChargeableDay): Assessed {
  const { rule, fees, waits, coverage, programPlaceOfService } = day;
  const fee = fees.get(rule.procedure);
  const lines: ChargeLine[] = fee === undefined ? [] : [{ code: rule.procedure, modifiers: rule.modifiers, units: 1, amount: cents(fee) }];
  const unpriced = fee === undefined ? [{ code: 'charge.no-fee', says: `The fee schedule has no charge for ${rule.procedure} on the day of service.` }] : [];
  const holds = [...waits, ...unpriced, ...placeHolds(day), ...payerHolds(day)];
  const state = holds.length > 0 ? 'held' : coverage ? 'ready' : 'self-pay';
  return { state, holds, lines, amount: totalOf(lines), placeOfService: programPlaceOfService };
}
