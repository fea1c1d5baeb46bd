import type { CoverageInForce } from './charging.rules.ts';

/** What is known of a coverage and of its payer's rules on a day; `hasRule` says whether there are any. */
interface CoverageFacts extends Omit<CoverageInForce, 'rule'> {
  readonly hasRule: boolean;
  readonly videoModifier: string | null;
  readonly audioModifier: string | null;
  readonly credentialModifiers: boolean;
  readonly traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable';
}

/** The coverage as the rules of charges see it. */
export function coverageInForce(row: CoverageFacts | undefined): CoverageInForce | undefined {
  if (!row) return undefined;
  const { coverageId, payerId, payerActive, hasRule, videoModifier, audioModifier, credentialModifiers, traineePolicy } = row;
  return { coverageId, payerId, payerActive, rule: hasRule ? { videoModifier, audioModifier, credentialModifiers, traineePolicy } : undefined };
}
