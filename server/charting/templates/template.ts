import { z } from 'zod';

/** Labels of HL7 v3 ActCode (InformationSensitivityPolicy) that an answer may put on its note. */
export const sensitivities = {
  SUD: 'Substance use',
  HIV: 'HIV',
  SEX: 'Sexual and reproductive health',
  SDV: 'Sexual or domestic violence',
  GDIS: 'Genetics',
  MH: 'Mental health',
} as const;

/** What the chart knows and a field may pull in. */
export const pullSources = {
  diagnoses: 'The problem list',
  goals: 'Goals of the care plan',
  scores: 'The last scores',
  medications: 'The medicines',
  allergies: 'The allergies',
  vitals: 'The last vital signs',
} as const;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A key is small letters, digits and hyphens, at most 40, a letter first.');
const label = z.string().trim().min(1, 'Give it a name.').max(200);
const words = z.string().max(4000);

/** One answer to choose; `score` counts in a computed score. */
export const Option = z.object({ code: key, label, score: z.number().optional() });
const options = z.array(Option).min(1, 'Name one answer at least.').max(60);

/** When something is shown: `equals` on a field with several answers means that the answer is among them. */
export const Condition = z.object({ field: key, operator: z.enum(['answered', 'equals', 'differs']), value: z.string().max(200).optional() });
export const ShowIf = z.object({ match: z.enum(['all', 'any']), conditions: z.array(Condition).min(1).max(12) });

/** A short word that unfolds into a text. */
export const Snippet = z.object({ trigger: z.string().regex(/^[a-z0-9-]{1,20}$/, 'Small letters, digits and hyphens.'), text: words });

const common = {
  key,
  label,
  hint: z.string().max(1000).optional(),
  required: z.boolean().optional(),
  showIf: ShowIf.optional(),
  /** May be carried forward from the note before; what is carried is marked. */
  carry: z.boolean().optional(),
  /** Usually the same from visit to visit: may be carried forward together with all that is, by one key. */
  stands: z.boolean().optional(),
  /** A sensitivity label that the note carries once this is answered: one of `sensitivities`. */
  privacy: z.string().max(40).optional(),
};
const start = { default: z.string().max(4000).optional() };

/** A line of a grid. What is `askedAnew` is never filled in with the others, neither as expected nor from the note before: danger is asked about each time. */
const Row = z.object({ key, label, options, required: z.boolean().optional(), askedAnew: z.boolean().optional() });
const Column = z.object({ key, label, type: z.enum(['text', 'number', 'date', 'choice']), options: z.array(Option).max(60).optional() });
const Band = z.object({ from: z.number(), to: z.number(), label });

/** What vital signs can be taken, with their units. */
export const measures = {
  systolic: 'Systolic pressure, mmHg',
  diastolic: 'Diastolic pressure, mmHg',
  pulse: 'Pulse, per minute',
  respiration: 'Respiration, per minute',
  temperature: 'Temperature, °F',
  saturation: 'Oxygen saturation, %',
  weight: 'Weight, lb',
  height: 'Height, in',
  pain: 'Pain, 0 to 10',
} as const;
const Measure = z.enum(Object.keys(measures) as [keyof typeof measures, ...(keyof typeof measures)[]]);

/** A question of a form. The kind says what an answer looks like. */
export const TemplateField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('narrative'), ...common, ...start, formatted: z.boolean().optional(), snippets: z.array(Snippet).max(40).optional() }),
  z.object({ kind: z.literal('text'), ...common, ...start }),
  z.object({ kind: z.literal('number'), ...common, ...start, unit: z.string().max(40).optional(), min: z.number().optional(), max: z.number().optional() }),
  z.object({ kind: z.literal('date'), ...common }),
  z.object({ kind: z.literal('time'), ...common }),
  z.object({ kind: z.literal('choice'), ...common, ...start, options, many: z.boolean().optional(), other: z.boolean().optional() }),
  z.object({ kind: z.literal('checklist'), ...common, options }),
  z.object({ kind: z.literal('scale'), ...common, ...start, min: z.int(), max: z.int(), low: z.string().max(80).optional(), high: z.string().max(80).optional() }),
  z.object({ kind: z.literal('grid'), ...common, rows: z.array(Row).min(1).max(40) }),
  z.object({ kind: z.literal('table'), ...common, columns: z.array(Column).min(1).max(12) }),
  z.object({ kind: z.literal('vitals'), ...common, measures: z.array(Measure).min(1) }),
  z.object({ kind: z.literal('pull'), ...common, source: z.enum(Object.keys(pullSources) as [keyof typeof pullSources, ...(keyof typeof pullSources)[]]) }),
  z.object({ kind: z.literal('score'), ...common, of: z.array(key).min(1).max(60), formula: z.enum(['sum', 'mean', 'count']), bands: z.array(Band).max(12).optional() }),
  z.object({ kind: z.literal('signature'), ...common, who: z.string().max(80).optional() }),
  z.object({ kind: z.literal('statement'), key, label, text: words, showIf: ShowIf.optional() }),
]);

/** A part of a note. Without `fields` it is one running text, as in the first forms: its own key, hint and `required` are those of the text. */
export const TemplateSection = z.object({
  key,
  label,
  hint: z.string().max(1000).optional(),
  required: z.boolean().optional(),
  showIf: ShowIf.optional(),
  fields: z.array(TemplateField).max(80).optional(),
});

/** What a template asks for. Stored as data; a published version never changes. */
export const TemplateForm = z.object({
  /** Code for the kind of document in exports: LOINC. */
  loinc: z.string().max(20),
  asksTimes: z.boolean(),
  asksRisk: z.boolean(),
  asksDiagnosis: z.boolean(),
  /** May be written about an appointment at which nobody met. */
  aboutAbsence: z.boolean().optional(),
  /** Hours from the end of the session to the signature, where the kind of note has a stricter duty than its program. */
  dueHours: z.number().positive().max(2000).optional(),
  /** Codes of roles that write it, and kinds of program in which it is used; without any, all. */
  disciplines: z.array(z.string().max(40)).max(20).optional(),
  programKinds: z.array(z.string().max(40)).max(20).optional(),
  /** Ids of programs that use it beside those kinds. */
  programs: z.array(z.uuid()).max(100).optional(),
  snippets: z.array(Snippet).max(100).optional(),
  sections: z.array(TemplateSection).min(1, 'A form has one section at least.').max(60),
});

export type Option = z.infer<typeof Option>;
export type Condition = z.infer<typeof Condition>;
export type ShowIf = z.infer<typeof ShowIf>;
export type Snippet = z.infer<typeof Snippet>;
export type TemplateField = z.infer<typeof TemplateField>;
export type FieldKind = TemplateField['kind'];
export type FieldOf<Kind extends FieldKind> = Extract<TemplateField, { kind: Kind }>;
export type TemplateSection = z.infer<typeof TemplateSection>;
export type TemplateForm = z.infer<typeof TemplateForm>;

export interface TemplateVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly form: TemplateForm;
  readonly digest: string;
}
