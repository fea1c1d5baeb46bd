import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Reason = z.object({
  code: z.string(),
  says: z.string(),
  next: z.string(),
  /** Under group CO this amount is written off by contract. */
  contractual: z.boolean().optional(),
  /** Under group PR this amount is not asked of the patient before a person has looked. */
  reviewFirst: z.boolean().optional(),
});
const Content = z.object({ version: z.string(), reasons: z.array(Reason) });

/** What is known of one claim adjustment reason code. */
export type AdjustmentReason = z.infer<typeof Reason>;
export type AdjustmentReasons = ReadonlyMap<string, AdjustmentReason>;

const content = Content.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'content', 'billing', 'adjustment-reasons.json'), 'utf8')));

/** The shipped list by code. A code that is not in it counts as a denial: nothing unknown is ever written off. */
export const adjustmentReasons: AdjustmentReasons = new Map(content.reasons.map((reason) => [reason.code, reason]));

/** What a code means, in our words, and what to do about it. */
export function adjustmentWords(code: string): { readonly says: string; readonly next: string } {
  const { says, next } = adjustmentReasons.get(code) ?? { says: 'Not in our list of reasons', next: 'Ask the payer what it means' };
  return { says, next };
}
