import { action, NotFound } from '#server/platform/index.ts';
import { policyVersion } from '../jurisdictions/pack.ts';
import { canonical } from './canonical.rules.ts';
import { decide } from './decide.ts';
import { storedDecision } from './decision.store.ts';
import { explain } from './explain.rules.ts';
import { readFacts } from './facts-file.ts';

/** Takes a stored decision again from its facts: the same hash, and the same decision while the same rules in code hold. */
export const replayDecision = action(
  'decision.replay',
  async (tx, { decisionId }: { decisionId: string }) => {
    const stored = await storedDecision(tx, decisionId);
    if (!stored) throw new NotFound('decision');
    tx.touch({ patientId: stored.patientId, kind: 'decision', id: stored.id });
    const facts = readFacts({ ...stored.facts, rules: stored.rules });
    const decision = decide(facts);
    return {
      decision,
      explanation: explain(facts, decision),
      sameHash: decision.inputHash === stored.inputHash,
      sameDecision: canonical(decision) === canonical(stored.result),
      samePolicy: stored.policyVersion === policyVersion,
      decidedAt: stored.decidedAt,
    };
  },
  { purpose: 'HOPERAT' },
);
