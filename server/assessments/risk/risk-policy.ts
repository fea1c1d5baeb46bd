import policy from '#content/assessments/risk-policy.json' with { type: 'json' };
import type { Concern, CriticalLevel } from '../instruments/instrument.contract.ts';
import type { RiskPolicy } from './pathway.ts';

/** Clocks of the pathway and of other critical findings: content/assessments/risk-policy.json, with its source. */
export const riskPolicy: RiskPolicy & {
  readonly findingMinutes: Readonly<Record<CriticalLevel, number>>;
  readonly withdrawalMinutes: number;
  readonly crisisWords: string;
} = policy;

/** By when somebody has to act on a finding that opens no pathway. */
export function findingDue(concern: Concern, level: CriticalLevel, at: Temporal.Instant): Temporal.Instant {
  return at.add({ minutes: concern === 'withdrawal' ? riskPolicy.withdrawalMinutes : riskPolicy.findingMinutes[level] });
}
