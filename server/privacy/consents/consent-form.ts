import content from '#content/consents/forms.json' with { type: 'json' };
import type { ConsentKind, ConsentRecipient, ConsentSigner, Expiry, PurposeOfUse, RecordClass } from '../decision/facts.ts';

export type Language = 'en' | 'es';
export type StatementId = keyof typeof content.statements;

/** What a consent says before and after it is signed. Names are those on the day it was drawn up. */
export interface ConsentForm {
  readonly kind: ConsentKind;
  readonly language: Language;
  readonly patientName: string;
  readonly disclosers: readonly { readonly programId: string; readonly name: string }[];
  readonly classes: 'all' | readonly RecordClass[];
  readonly excludedLabels: readonly string[];
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly recipients: readonly ConsentRecipient[];
  readonly purposes: readonly PurposeOfUse[];
  readonly expiry: Expiry | null;
  readonly statements: readonly StatementId[];
  /** For a criminal-justice consent: the time or event from which it may be revoked (42 CFR 2.35(c)). */
  readonly irrevocableUntil: string | null;
}

/** Who signed, and when. */
export interface Signature {
  readonly signer: ConsentSigner;
  readonly name: string;
  readonly at: Temporal.Instant;
}

interface KindContent {
  readonly title: Readonly<Record<Language, string>>;
  readonly question: Readonly<Record<Language, string>>;
  readonly purposes: readonly PurposeOfUse[];
  readonly expiries: readonly Expiry['kind'][];
  readonly statements: readonly StatementId[];
  readonly recipients?: Readonly<Record<Language, string>>;
  readonly purpose?: Readonly<Record<Language, string>>;
}

/** Version of all form texts; kept with each consent. */
export const formVersion: string = content.version;

/** What is particular to each kind of consent: purposes it can have, how it may end, what it must say. */
export const kinds = content.kinds as unknown as Readonly<Record<ConsentKind, KindContent>>;

/** The sentences that the rules ask for, each with the element that it fulfils. */
export const statements = content.statements as Readonly<
  Record<StatementId, { readonly element: string; readonly source: string; readonly en: string; readonly es: string }>
>;
