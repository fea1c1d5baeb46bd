import { z } from 'zod';

const comparison = z.enum(['=', '>', '>=', '<', '<=']);

/** A question with yes or no as its answer, about what was answered. What is not answered, or not shown, makes it false. */
export type Condition =
  | { readonly item: string; readonly is: z.infer<typeof comparison>; readonly value: number }
  | { readonly refused: string }
  | { readonly score: string; readonly is: z.infer<typeof comparison>; readonly value: number }
  | { readonly score: string; readonly is: z.infer<typeof comparison>; readonly than: string }
  | { readonly finding: string }
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** `score` is `total` or the id of a subscale; `refused` is an answer that carries no score. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: z.string(), is: comparison, value: z.number() }),
    z.strictObject({ refused: z.string() }),
    z.strictObject({ score: z.string(), is: comparison, value: z.number() }),
    z.strictObject({ score: z.string(), is: comparison, than: z.string() }),
    z.strictObject({ finding: z.string() }),
    z.strictObject({ atLeast: z.int().min(1), of: z.array(Condition).min(1) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
);

const Option = z.strictObject({ label: z.string(), score: z.number().nullable(), loinc: z.string().optional() });

/** One question. It has options to choose from, or takes a whole number, or words. */
export const Item = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string(),
  options: z.string().optional(),
  number: z.strictObject({ min: z.int(), max: z.int() }).optional(),
  words: z.literal(true).optional(),
  scored: z.literal(true).optional(),
  required: z.literal(true).optional(),
  /** The score counts from the other end of its options. Bound to the wording of this version. */
  reverse: z.literal(true).optional(),
  showWhen: Condition.optional(),
  /** What a scored item counts while it is not shown. */
  skippedScore: z.number().optional(),
  loinc: z.string().optional(),
});

const Cutoff = z.strictObject({ min: z.number(), meaning: z.string(), for: z.enum(['female', 'male']).optional() });

const Subscale = z.strictObject({
  id: z.string(),
  label: z.string(),
  items: z.array(z.string()).min(1),
  min: z.number(),
  max: z.number(),
  higherIsBetter: z.literal(true).optional(),
  cutoffs: z.array(Cutoff).optional(),
});

const Scoring = z.strictObject({
  /** One total; scores side by side without a total; or a result that is a word and no number. */
  method: z.enum(['sum', 'subscales', 'categorical']),
  items: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Up to `most` blanks are filled with the mean of the others, rounded; `never` names items whose blank leaves no score. */
  prorate: z.strictObject({ most: z.int().min(1), never: z.array(z.string()), basis: z.string() }).optional(),
  subscales: z.array(Subscale).optional(),
  findings: z.array(z.strictObject({ id: z.string(), says: z.string(), when: Condition })).optional(),
  /** The first that holds is the result. `level` orders them from harmless upward. */
  outcomes: z
    .array(z.strictObject({ id: z.string(), label: z.string(), level: z.int().min(0), when: Condition, action: z.string().nullable() }))
    .min(2)
    .optional(),
  note: z.string().optional(),
});

export const CriticalLevel = z.enum(['emergency', 'urgent', 'high']);
export const Concern = z.enum(['suicide', 'harm', 'withdrawal', 'overdose', 'movement']);

const Critical = z.strictObject({ item: z.string().optional(), when: Condition, level: CriticalLevel, concern: Concern, action: z.string() });

const Change = z.strictObject({
  /** Subscale that is followed; the total when absent. */
  of: z.string().optional(),
  /** Smallest difference that matters to patients, in points. */
  mcid: z.number().positive().nullable(),
  /** Difference beyond chance, in points. */
  rci: z.number().positive().nullable(),
  source: z.string().nullable(),
  response: z.union([z.strictObject({ percent: z.number() }), z.strictObject({ points: z.number() })]).nullable(),
  /** The highest score that counts as remission (the lowest, where higher is better). */
  remission: z.number().nullable(),
  higherIsBetter: z.literal(true).optional(),
});

/** An instrument as data: questions, scoring, what the numbers mean, and on whose word it may be used. A published version never changes. */
export const Instrument = z.strictObject({
  schemaVersion: z.literal(1),
  code: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,59}$/),
  version: z.int().min(1),
  title: z.string().min(1),
  abbreviation: z.string().min(1),
  domain: z.string(),
  population: z.string(),
  language: z.string(),
  licence: z.strictObject({ class: z.string(), statement: z.string().min(10), note: z.string().optional() }),
  source: z.string(),
  validity: z.string(),
  administration: z.strictObject({
    by: z.array(z.string()).min(1),
    minutes: z.int().min(1),
    lookback: z.string(),
    /** Whether a person may answer alone: by link or on a tablet. */
    bySelf: z.boolean(),
    isProgressMeasure: z.boolean(),
    note: z.string().optional(),
  }),
  loinc: z.strictObject({ panel: z.string().nullable(), total: z.string().nullable() }),
  instruction: z.string().nullable(),
  /** Sooner than this, asking again needs a reason. */
  minimumDaysBetween: z.int().min(1).optional(),
  optionSets: z.record(z.string(), z.array(Option).min(2)),
  items: z.array(Item).min(1).max(200),
  scoring: Scoring,
  bands: z.array(z.strictObject({ min: z.number(), max: z.number(), label: z.string(), action: z.string().optional() })),
  cutoffs: z.array(Cutoff),
  critical: z.array(Critical),
  reflex: z.array(z.strictObject({ when: Condition, administer: z.string() })),
  change: Change,
  cadence: z.string(),
  uncertain: z.array(z.string()),
});

/** Answers as given: the place of the option that was chosen (from 0), a number, or words; by the id of the item. */
export const Answers = z.record(z.string().max(60), z.union([z.number(), z.string().max(2000)]));

export const InstrumentSummary = z.object({
  code: z.string(),
  version: z.int(),
  title: z.string(),
  abbreviation: z.string(),
  domain: z.string(),
  minutes: z.int(),
  by: z.array(z.string()),
  bySelf: z.boolean(),
  isProgressMeasure: z.boolean(),
  origin: z.enum(['shipped', 'site']),
  licence: z.string(),
  source: z.string(),
  validity: z.string(),
});
export const InstrumentList = z.object({ items: z.array(InstrumentSummary) });
export const InstrumentPath = z.object({ code: z.string().max(60) });

export const Skeleton = z.object({ code: z.string(), title: z.string(), licence: z.string(), isReady: z.boolean() });
export const SkeletonList = z.object({ items: z.array(Skeleton) });
export const NewPack = z.object({
  definition: Instrument,
  licence: z.object({
    holder: z.string().trim().min(3, 'Say who holds the licence.').max(200),
    statement: z.string().trim().min(10, 'Say on what ground you may use this wording.').max(1000),
    attested: z.literal(true, 'Confirm that you may use this wording.'),
  }),
});

export type Instrument = z.infer<typeof Instrument>;
export type Item = z.infer<typeof Item>;
export type Answers = z.infer<typeof Answers>;
export type CriticalLevel = z.infer<typeof CriticalLevel>;
export type Concern = z.infer<typeof Concern>;
export type InstrumentSummary = z.infer<typeof InstrumentSummary>;
export type Skeleton = z.infer<typeof Skeleton>;
