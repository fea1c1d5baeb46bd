import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { missedContent } from '../missed-visits/missed-visit.ts';
import { policyOn } from '../missed-visits/fee.rules.ts';
import type { DecideFeePolicy, ProgramFees } from './fee-policies.contract.ts';
import { decidedPolicies, feePrograms, insertPolicy } from './fee-policies.store.ts';
import { feesOf, todayIn } from './list-policies.action.ts';
import { decidedOn, obstaclesToDeciding } from './policy.rules.ts';

/** Decides what a program asks for from a day on; what held before stays on record. Throws `Refused` for a day that is past and for what holds already. */
export const decideFeePolicy = action(
  'fee-policy.decide',
  async (tx, { programId, ...wanted }: DecideFeePolicy & { programId: string }): Promise<ProgramFees> => {
    const program = (await feePrograms(tx)).find(({ id }) => id === programId);
    if (!program) throw new NotFound('Program');
    const today = todayIn(tx, program);
    const before = await decidedPolicies(tx, [programId]);
    if (!before.some(({ id }) => id === wanted.id)) {
      const holding = decidedOn(before, wanted.validFrom) ?? policyOn(missedContent.policies, program.kind, wanted.validFrom);
      refuseIf(obstaclesToDeciding(wanted, today, holding), 409);
      await insertPolicy(tx, { ...wanted, programId });
    }
    tx.touch({ kind: 'fee-policy', id: wanted.id, programId, fields: ['validFrom', 'terms'] });
    return feesOf(program, await decidedPolicies(tx, [programId]), today);
  },
  { purpose: 'HOPERAT' },
);
