import { z } from 'zod';

/** A rule of the margin as an administrator sees it. */
export const NoteRule = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  source: z.string(),
  severity: z.enum(['stops', 'fix', 'look']),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  isOn: z.boolean(),
  reason: z.string().nullable(),
  switchedBy: z.string().nullable(),
  switchedAt: z.string().nullable(),
});
export const NoteRules = z.object({ items: z.array(NoteRule) });
export const RulePath = z.object({ ruleId: z.string().max(80) });
export const SwitchRule = z.object({ isOn: z.boolean(), reason: z.string().trim().min(3, 'Say why, so that whoever asks later understands.').max(500) });

export type NoteRule = z.infer<typeof NoteRule>;
