import type { RuleFacts } from '../decision/request.ts';
import { packs } from './pack.ts';
import { resolve } from './resolve.rules.ts';

const resolved = new Map<string, readonly RuleFacts[]>();

/** The rules that hold where the service is given: a state's two letters, in any case; otherwise only federal ones. */
export function rulesFor(jurisdiction: string): readonly RuleFacts[] {
  const key = jurisdiction.toLowerCase();
  const known = resolved.get(key);
  if (known) return known;
  const rules = Object.freeze(resolve(packs, key).map((rule) => Object.freeze(rule)));
  // Unknown places are not remembered: their number has no bound.
  if (packs.has(key)) resolved.set(key, rules);
  return rules;
}
