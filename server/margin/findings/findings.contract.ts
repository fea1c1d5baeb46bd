import { z } from 'zod';

export { DraftPath } from '#server/charting/drafts/drafts.contract.ts';

const modality = z.enum(['in-person', 'video', 'audio']);

export const Remedy = z.discriminatedUnion('act', [
  z.object({ act: z.literal('link-objective'), objectives: z.array(z.object({ id: z.string(), statement: z.string() })) }),
  z.object({ act: z.literal('take-times'), startedAt: z.string(), endedAt: z.string() }),
  z.object({ act: z.literal('take-modality'), modality }),
  z.object({ act: z.literal('add-diagnosis'), diagnosisId: z.string(), says: z.string() }),
  z.object({ act: z.literal('ask-screen'), instrument: z.string() }),
  z.object({ act: z.literal('open-plan') }),
  z.object({ act: z.literal('open-diagnoses') }),
  z.object({ act: z.literal('open-draft'), draftId: z.string() }),
  z.object({ act: z.literal('go-to-field') }),
]);

/** One thing to look at. `at` is the field concerned: `sections.plan`, `header.startedAt`, `objectives`, `signature`. */
export const Finding = z.object({
  rule: z.string(),
  title: z.string(),
  says: z.string(),
  severity: z.enum(['stops', 'fix', 'look']),
  at: z.string(),
  source: z.string(),
  remedy: Remedy.nullable(),
});
export const Findings = z.object({ items: z.array(Finding) });

export type Finding = z.infer<typeof Finding>;
export type Remedy = z.infer<typeof Remedy>;
