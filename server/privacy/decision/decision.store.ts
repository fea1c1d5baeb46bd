import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
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

/** A decision to keep, under the id it shall have. */
export interface Kept {
  readonly id: Id<'Decision'>;
  readonly facts: Facts;
  readonly decision: Decision;
}

const mostAtOnce = 500;

function rowOf(tx: Tx, { id, facts: { rules, ...facts }, decision }: Kept) {
  return {
    id,
    patientId: facts.patient.id,
    purpose: facts.purpose,
    outcome: decision.outcome,
    reason: decision.reason,
    inputHash: decision.inputHash,
    policyVersion: decision.policyVersion,
    facts: asJson(facts),
    rulesDigest: digestOf(rules),
    result: asJson(decision),
    decidedAt: tx.now,
    decidedBy: tx.actor.kind === 'system' ? null : tx.actor.id,
  };
}

/** Keeps decisions with their facts, in the transaction of what they decided. Not `returning`: who acts need not be able to read them back. */
export async function keepDecisions(tx: Tx, decisions: readonly Kept[]): Promise<void> {
  const db = within<DecisionTables>(tx);
  const packs = new Map(decisions.map(({ facts: { rules } }) => [digestOf(rules), rules]));
  for (const [digest, rules] of packs)
    await db
      .insertInto('privacy.rulePack')
      .values({ digest, rules: asJson(rules) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (let start = 0; start < decisions.length; start += mostAtOnce)
    await db
      .insertInto('privacy.decision')
      .values(decisions.slice(start, start + mostAtOnce).map((one) => rowOf(tx, one)))
      .execute();
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
