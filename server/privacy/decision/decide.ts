import { hash } from 'node:crypto';
import { canonical } from './canonical.rules.ts';
import type { Decision } from './decision.ts';
import { reasons } from './reasons.ts';
import type { Facts } from './request.ts';

/** May these records be used or disclosed? Denies by default. */
export function decide(facts: Facts): Decision {
  const { citation, says } = reasons.NO_CONSENT;
  return {
    outcome: 'deny',
    reason: 'NO_CONSENT',
    citation,
    released: [],
    withheld: facts.records.map((record) => ({ recordId: record.id, reason: 'NO_CONSENT', citation })),
    redactions: [],
    obligations: ['constant-reply'],
    restsOn: [],
    says,
    policyVersion: facts.policyVersion,
    inputHash: hash('sha256', canonical(facts)),
  };
}
