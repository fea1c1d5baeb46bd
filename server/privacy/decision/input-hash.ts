import { hash } from 'node:crypto';
import { canonical } from './canonical.rules.ts';
import type { Facts, RuleFacts } from './request.ts';

/** Digests of packs that cannot change; a pack is long, and all decisions of a place share it. */
const known = new WeakMap<readonly RuleFacts[], string>();

/** SHA-256 of rules in canonical JSON. */
export function digestOf(rules: readonly RuleFacts[]): string {
  const before = known.get(rules);
  if (before) return before;
  const digest = hash('sha256', canonical(rules));
  if (Object.isFrozen(rules)) known.set(rules, digest);
  return digest;
}

/** SHA-256 of the facts in canonical JSON, in which the rules stand by their own SHA-256. */
export function inputHash(facts: Facts): string {
  return hash('sha256', canonical({ ...facts, rules: digestOf(facts.rules) }));
}
