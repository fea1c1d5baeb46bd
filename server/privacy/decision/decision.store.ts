import { sql } from 'kysely';
import { newId, within, type Id, type Tx } from '#server/platform/index.ts';
import type { Decision } from './decision.ts';
import { digestOf } from './input-hash.ts';
import type { Facts } from './request.ts';

/** A stored decision with the facts that it was taken from, as JSON. */
export interface StoredDecision {
  readonly id: string;
  readonly patientId: string;
  readonly inputHash: string;
  readonly policyVersion: string;
  readonly facts: Record<string, unknown>;
  readonly rules: unknown;
  readonly result: Decision;
  readonly decidedAt: Temporal.Instant;
}

interface DecisionTables {
  'privacy.rulePack': { digest: string; rules: unknown };
  'privacy.decision': Omit<StoredDecision, 'rules'> & { purpose: string; outcome: string; reason: string; rulesDigest: string; decidedBy: string | null };
}

const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

/** Keeps a decision with its facts, in the transaction of what it decided. Not `returning`: who acts need not be able to read it back. */
export async function keepDecision(tx: Tx, facts: Facts, decision: Decision): Promise<Id<'Decision'>> {
  const db = within<DecisionTables>(tx);
  const { rules, ...rest } = facts;
  const digest = digestOf(rules);
  await db
    .insertInto('privacy.rulePack')
    .values({ digest, rules: asJson(rules) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const id = newId<'Decision'>();
  await db
    .insertInto('privacy.decision')
    .values({
      id,
      patientId: facts.patient.id,
      purpose: facts.purpose,
      outcome: decision.outcome,
      reason: decision.reason,
      inputHash: decision.inputHash,
      policyVersion: decision.policyVersion,
      facts: asJson(rest),
      rulesDigest: digest,
      result: asJson(decision),
      decidedAt: tx.now,
      decidedBy: tx.actor.kind === 'system' ? null : tx.actor.id,
    })
    .execute();
  return id;
}

/** A stored decision; undefined when there is none that this actor may see. */
export function storedDecision(tx: Tx, id: string): Promise<StoredDecision | undefined> {
  return within<DecisionTables>(tx)
    .selectFrom('privacy.decision as d')
    .innerJoin('privacy.rulePack as p', 'p.digest', 'd.rulesDigest')
    .select(['d.id', 'd.patientId', 'd.inputHash', 'd.policyVersion', 'd.facts', 'd.result', 'd.decidedAt', 'p.rules'])
    .where('d.id', '=', id)
    .executeTakeFirst();
}
