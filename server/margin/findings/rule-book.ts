import { z } from 'zod';
import book from '#content/margin/rules.json' with { type: 'json' };

const patterns = z.array(z.string()).min(1);
const exceptFields = z.array(z.string());
const modality = z.enum(['in-person', 'video', 'audio']);

/** A check by its kind, with what it is measured by. */
const Check = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('obstacle'), codes: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('objective-linked') }),
  z.object({ kind: z.literal('times-given') }),
  z.object({ kind: z.literal('times-near-appointment'), minutes: z.number().positive() }),
  z.object({ kind: z.literal('minutes-billable') }),
  z.object({ kind: z.literal('minutes-in-words'), slack: z.number().min(0), patterns }),
  z.object({ kind: z.literal('units-in-words'), patterns }),
  z.object({ kind: z.literal('plan-current'), signed: z.boolean() }),
  z.object({ kind: z.literal('repeats-before'), alike: z.number().positive().max(1), fewestWords: z.int(), exceptFields }),
  z.object({ kind: z.literal('repeats-same-day'), alike: z.number().positive().max(1), fewestWords: z.int(), exceptFields }),
  z.object({ kind: z.literal('carried-unedited'), exceptFields }),
  z.object({ kind: z.literal('risk-answered') }),
  z.object({ kind: z.literal('risk-in-words'), patterns, negations: patterns }),
  z.object({ kind: z.literal('screen-given'), instruments: z.array(z.string()).min(1), withinDays: z.int().positive(), onPathway: z.boolean() }),
  z.object({ kind: z.literal('diagnosis-chosen') }),
  z.object({ kind: z.literal('diagnosis-in-plan') }),
  z.object({ kind: z.literal('diagnosis-established') }),
  z.object({ kind: z.literal('diagnosis-fits-service'), services: z.array(z.string()).min(1), prefixes: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('modality-as-booked') }),
  z.object({ kind: z.literal('location-given') }),
  z.object({ kind: z.literal('modality-in-words'), noted: z.array(modality).min(1), patterns }),
  z.object({ kind: z.literal('form-signed') }),
  z.object({ kind: z.literal('pulled-current') }),
  z.object({ kind: z.literal('supervisor-named'), credentials: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('earlier-signed'), afterDays: z.int().min(0) }),
  z.object({ kind: z.literal('others-named') }),
  z.object({ kind: z.literal('blank-left'), patterns }),
]);

const Rule = z.object({
  id: z.string().regex(/^[a-z][a-z-]{2,60}$/),
  title: z.string().min(1),
  /** What is said beside the field; {blanks} are filled by the check. */
  says: z.string().min(1),
  source: z.string().min(1),
  severity: z.enum(['stops', 'fix', 'look']),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** For which notes; without it, for all. */
  when: z.object({ templates: z.array(z.string()).optional(), exceptTemplates: z.array(z.string()).optional(), programKinds: z.array(z.string()).optional() }).optional(),
  check: Check,
  remedy: z.enum(['link-objective', 'take-times', 'take-modality', 'add-diagnosis', 'ask-screen', 'open-plan', 'open-draft', 'go-to-field']),
});

export type Rule = z.infer<typeof Rule>;
export type CheckKind = Rule['check']['kind'];
export type CheckOf<Kind extends CheckKind> = Extract<Rule['check'], { kind: Kind }>;

/** The shipped rules; a rule that says nothing sensible does not start the product. */
export const rules: readonly Rule[] = z.object({ rules: z.array(Rule) }).parse(book).rules;
