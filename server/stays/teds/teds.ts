import content from '#content/stays/teds.json' with { type: 'json' };

export type TedsMoment = 'admission' | 'discharge';
export type TedsAnswers = Readonly<Record<string, string>>;

/** A field of the data set, asked at one moment or at both. `needs`: only where another field names a substance. */
export interface TedsField {
  readonly key: string;
  readonly says: string;
  readonly ref: string;
  readonly moments: readonly string[];
  readonly kind: 'choice' | 'number' | 'date';
  readonly required: boolean;
  readonly options?: readonly { readonly code: string; readonly says: string }[];
  readonly min?: number;
  readonly max?: number;
  readonly needs?: { readonly field: string; readonly none: string };
}

const fields = content.fields as readonly TedsField[];

/** The fields of a moment, in their order. */
export function tedsFields(moment: TedsMoment): readonly TedsField[] {
  return fields.filter(({ moments }) => moments.includes(moment));
}

export const tedsVersion: string = content.version;
export const tedsSource: string = content.source;
/** From how somebody came, and why a stay ended, to the codes that states report. */
export const tedsReferral = content.referral as Readonly<Record<string, string>>;
export const tedsReasons = content.reasons as Readonly<Record<string, string>>;
