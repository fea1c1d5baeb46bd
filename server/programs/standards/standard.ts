import file from '#content/programs/standards.json' with { type: 'json' };

/** A document that a level of care asks for: within how many days of admission, and how often again. Zero days: on the day itself. */
export interface NeededDocument {
  readonly says: string;
  readonly withinDays: number | null;
  readonly everyDays: number | null;
}

/** What a level of care is made of. Hours are clinical hours a week; minutes of a day are what makes it a day of treatment. */
export interface LevelStandard {
  readonly thirdEdition: string | null;
  readonly fourthEdition: string | null;
  readonly hoursPerWeek: { readonly from: number; readonly to: number | null } | null;
  readonly daysPerWeek: number | null;
  readonly minutesPerDay: number | null;
  readonly services: readonly string[];
  readonly documents: readonly NeededDocument[];
  readonly reviewDays: number;
  readonly staffing: readonly string[];
  readonly billing: { readonly kind: 'service' | 'day' | 'per-diem' | 'week'; readonly procedure: string | null };
  readonly source: string;
}

/** What a program asks for in place of its level's standard; null where it does not differ. */
export interface OwnStandard {
  readonly daysPerWeek: number | null;
  readonly minutesPerDay: number | null;
  readonly minutesPerWeek: number | null;
  readonly reviewDays: number | null;
  readonly ground: string;
  readonly version: number;
}

const levels = file.levels as Readonly<Record<string, LevelStandard>>;

/** The standard of a level of care; undefined for a level that has none. Source in the file. */
export function standardOfLevel(levelOfCare: string): LevelStandard | undefined {
  return levels[levelOfCare];
}

/** Whether days are what is billed at a level of care: midnights in a house, or days attended. */
export function isBilledByDay(levelOfCare: string): boolean {
  const kind = levels[levelOfCare]?.billing.kind;
  return kind === 'per-diem' || kind === 'day';
}

/** The day on which the shipped standards were last read against their sources. */
export const standardsVerifiedOn = file.verifiedOn;

/** The documents that each level of care asks for. */
export const neededDocuments: readonly (NeededDocument & { readonly levelOfCare: string })[] = Object.entries(levels).flatMap(([levelOfCare, { documents }]) =>
  documents.map((document) => ({ levelOfCare, ...document })),
);

/** Levels of care that have a standard. */
export const levelsWithStandard: readonly string[] = Object.keys(levels);
