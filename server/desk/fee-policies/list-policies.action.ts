import { action, type Tx } from '#server/platform/index.ts';
import { missedContent } from '../missed-visits/missed-visit.ts';
import { policyOn } from '../missed-visits/fee.rules.ts';
import type { FeePolicies, ProgramFees } from './fee-policies.contract.ts';
import { decidedPolicies, feePrograms, type FeeProgram } from './fee-policies.store.ts';
import type { DecidedPolicy, FeePolicy, FeeTerms } from './fee-policy.ts';
import { decidedAfter, decidedOn } from './policy.rules.ts';

type Held = NonNullable<ProgramFees['inForce']>;

const termsOf = ({ lateHours, noShowCents, lateCancelCents, free, freeInDays }: FeeTerms): FeeTerms => ({ lateHours, noShowCents, lateCancelCents, free, freeInDays });

function shown(policy: FeePolicy | DecidedPolicy): Held {
  const { validFrom, says } = policy;
  const decision =
    'id' in policy
      ? { reason: policy.reason, decidedAt: policy.madeAt.toString(), decidedBy: policy.madeBy }
      : { reason: 'Proposed by the product', decidedAt: null, decidedBy: null };
  return { ...termsOf(policy), validFrom, says, ...decision };
}

/** The day on the clock of the program's site. */
export const todayIn = (tx: Tx, { timeZone }: Pick<FeeProgram, 'timeZone'>): string => tx.now.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** What one program asks for: now, later and before. */
export function feesOf({ id, name, kind }: FeeProgram, decided: readonly DecidedPolicy[], today: string): ProgramFees {
  const own = decided.filter(({ programId }) => programId === id);
  const holding = decidedOn(own, today);
  const coming = decidedAfter(own, today);
  const proposed = policyOn(missedContent.policies, kind, today);
  const former = own.filter((one) => one !== holding && !coming.includes(one)).toReversed();
  return {
    programId: id,
    programName: name,
    inForce: holding ? shown(holding) : proposed ? shown(proposed) : null,
    coming: coming.map(shown),
    former: [...former, ...(holding && proposed ? [proposed] : [])].map(shown),
  };
}

/** What each program asks for missed visits, and whom nobody may charge. */
export const listFeePolicies = action(
  'fee-policy.list',
  async (tx, _nothing: object): Promise<FeePolicies> => {
    const programs = await feePrograms(tx);
    const decided = await decidedPolicies(
      tx,
      programs.map(({ id }) => id),
    );
    return {
      items: programs.map((program) => feesOf(program, decided, todayIn(tx, program))),
      neverCharged: missedContent.neverCharged.map(({ says, source, verifiedOn }) => ({ says, source, verifiedOn })),
    };
  },
  { audit: 'touched' },
);
