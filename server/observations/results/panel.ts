import { z } from 'zod';
import content from '#content/observations/lab-panels.json' with { type: 'json' };

const Code = z.string().regex(/^[a-z][a-z0-9-]+$/);
const common = { code: Code, name: z.string(), loinc: z.string().nullable() };
const Quantity = z.object({
  ...common,
  kind: z.literal('quantity'),
  unit: z.string(),
  /** Critical below the one and from the other on, in this unit; by whom, and when it was read there. */
  critical: z.object({ below: z.number().optional(), from: z.number().optional(), source: z.string(), address: z.url(), verifiedOn: z.iso.date() }).optional(),
});
const FindingAnalyte = z.object({
  ...common,
  kind: z.literal('finding'),
  findings: z.array(z.enum(['negative', 'positive', 'invalid'])),
  /** Medicines that make it positive, as they are called in content/medications. */
  medications: z.array(z.string()).default([]),
});
const Analyte = z.discriminatedUnion('kind', [Quantity, FindingAnalyte]);
const Panel = z.object({ ...common, kind: z.enum(['laboratory', 'drug-screen']), specimen: z.string(), analytes: z.array(Code).min(1) });
const Pattern = z.object({
  code: Code,
  when: z.union([z.object({ positive: Code, negative: Code.optional() }), z.object({ outside: Code, from: z.number(), to: z.number().nullable() })]),
  says: z.string(),
});

/** One thing that a laboratory measures or looks for. */
export type Analyte = z.infer<typeof Analyte>;
/** What is tested together. */
export type Panel = z.infer<typeof Panel>;
/** What findings mean together. */
export type Pattern = z.infer<typeof Pattern>;

const parsed = z
  .object({
    reviewWithinHours: z.object({ critical: z.number(), abnormal: z.number(), normal: z.number() }),
    panels: z.array(Panel),
    analytes: z.array(Analyte),
    patterns: z.array(Pattern),
  })
  .parse(content);
export const { panels, patterns, reviewWithinHours } = parsed;

const analytes: ReadonlyMap<string, Analyte> = new Map(parsed.analytes.map((each) => [each.code, each]));

/** The analytes of a panel in the order in which a laboratory prints them. */
export function analytesOf(panel: Panel): Analyte[] {
  return panel.analytes.flatMap((code) => analytes.get(code) ?? []);
}

export function panelOf(code: string): Panel | undefined {
  return panels.find((panel) => panel.code === code);
}
