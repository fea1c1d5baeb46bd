import type { RuleFacts } from '../decision/request.ts';
import type { Pack } from './pack.ts';

/** The rules of a jurisdiction: its own, and the federal ones that it does not replace. An unknown jurisdiction has the federal ones only, and what a state must answer then refuses. */
export function resolve(packs: ReadonlyMap<string, Pack>, jurisdiction: string): RuleFacts[] {
  const own = packs.get(jurisdiction.toLowerCase());
  const federal = packs.get('federal');
  const replaced = new Set(own?.rules.map(({ code }) => code));
  const chosen = federal && own !== federal ? federal.rules.filter(({ code }) => !replaced.has(code)).map((rule) => ({ rule, from: 'federal' })) : [];
  for (const rule of own?.rules ?? []) chosen.push({ rule, from: own?.jurisdiction ?? '' });
  return chosen.map(({ rule, from }) => ({
    code: rule.code,
    value: rule.value,
    jurisdiction: from,
    source: rule.source,
    verifiedOn: rule.verifiedOn,
    validFrom: Temporal.PlainDate.from(rule.validFrom),
    validTo: rule.validTo === null ? null : Temporal.PlainDate.from(rule.validTo),
    background: rule.background,
  }));
}

/** What a rule answers on a day. `expired` and `missing` refuse: nobody guesses. */
export type RuleAnswer = { readonly state: 'current'; readonly value: unknown; readonly rule: RuleFacts } | { readonly state: 'expired' } | { readonly state: 'missing' };

/** Why a rule does not answer; undefined when it does. */
export function silence(answer: RuleAnswer): 'RULE_EXPIRED' | 'RULE_MISSING' | undefined {
  if (answer.state === 'current') return undefined;
  return answer.state === 'expired' ? 'RULE_EXPIRED' : 'RULE_MISSING';
}

const expired: RuleAnswer = { state: 'expired' };
const missing: RuleAnswer = { state: 'missing' };

/** The rule with this code on a day; its successor takes over when its own time begins. */
export function ruleOn(rules: readonly RuleFacts[], code: string, day: Temporal.PlainDate): RuleAnswer {
  let answer = missing;
  for (const rule of rules) {
    if (rule.code !== code || Temporal.PlainDate.compare(rule.validFrom, day) > 0) continue;
    if (rule.validTo === null || Temporal.PlainDate.compare(day, rule.validTo) <= 0) return { state: 'current', value: rule.value, rule };
    answer = expired;
  }
  return answer;
}
