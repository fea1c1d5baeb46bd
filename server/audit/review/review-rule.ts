import { z } from 'zod';
import content from '#content/audit-review.json' with { type: 'json' };

const named = { name: z.string(), says: z.string(), isOn: z.boolean() };
const time = z.string().regex(/^\d{2}:\d{2}$/);

const Rule = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('own-record'), ...named }),
  z.strictObject({ code: z.literal('colleague'), ...named }),
  z.strictObject({ code: z.literal('same-surname'), ...named }),
  z.strictObject({ code: z.literal('no-relationship'), ...named, withinDays: z.int().positive() }),
  z.strictObject({ code: z.literal('volume'), ...named, timesUsual: z.number().positive(), atLeast: z.int().positive(), usualOverDays: z.int().positive() }),
  z.strictObject({ code: z.literal('after-hours'), ...named, from: time, to: time, atLeast: z.int().positive(), exceptKinds: z.array(z.string()) }),
  z.strictObject({ code: z.literal('denied'), ...named, atLeast: z.int().positive() }),
  z.strictObject({ code: z.literal('break-glass'), ...named }),
]);

const ReviewContent = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  listsOver: z.int().positive(),
  ignoredActions: z.array(z.string()),
  rules: z.array(Rule),
  plainWords: z.record(z.string(), z.string()),
});

/** Which access counts as unusual, as data with its source: content/audit-review.json. */
export const reviewContent = ReviewContent.parse(content);

export type ReviewRule = z.output<typeof Rule>;
export type RuleCode = ReviewRule['code'];
export type RuleOf<Code extends RuleCode> = Extract<ReviewRule, { readonly code: Code }>;

/** The rule of a code; with whatever it is set to. */
export function ruleOf<Code extends RuleCode>(code: Code): RuleOf<Code> {
  const found = reviewContent.rules.find((rule) => rule.code === code);
  if (!found) throw new Error(`content/audit-review.json lacks the rule ${code}`);
  return found as RuleOf<Code>;
}
