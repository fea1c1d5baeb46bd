import type { Demographics, Payer, PersonName, PersonProvider, PostalAddress, Provider } from './parties.ts';
import type { Adjustment } from '../adjustments/adjustment.ts';
import type { Cents } from '#server/platform/index.ts';

/** SBR01: which payer in the order of responsibility. */
export type PayerSequence = 'P' | 'S' | 'T';

/** SBR09: kind of plan. ZZ is for a plan whose kind is not known, never for a code that is not in this list. MB Medicare B, MA Medicare A, MC Medicaid, CI commercial, BL Blue, CH TRICARE, HM HMO, 16 MA HMO, FI federal employees, OF other federal, VA. */
export const filingIndicators = [
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  'AM',
  'BL',
  'CH',
  'CI',
  'DS',
  'FI',
  'HM',
  'LM',
  'MA',
  'MB',
  'MC',
  'OF',
  'TV',
  'VA',
  'WC',
  'ZZ',
] as const;
export type FilingIndicator = (typeof filingIndicators)[number];

/** PAT01: what the patient is to the subscriber. 01 spouse, 19 child, 20 employee, 21 unknown, 39 organ donor, 40 cadaver donor, 53 life partner, G8 other. */
export const dependentRelationships = ['01', '19', '20', '21', '39', '40', '53', 'G8'] as const;
export type DependentRelationship = (typeof dependentRelationships)[number];

/** The plan a claim is sent to, as its SBR says. */
export interface Plan {
  readonly sequence: PayerSequence;
  /** One of `filingIndicators`; any other is a fault of the claim. */
  readonly filingIndicator: string;
  readonly groupNumber?: string;
  /** Sent only when there is no group number: the guide allows one of them. */
  readonly groupName?: string;
  /** SBR05, such as '12' working aged: only when Medicare is not the first payer. */
  readonly medicareSecondaryReason?: string;
}

/** The person whose membership pays. */
export interface Subscriber {
  readonly name: PersonName;
  readonly memberId: string;
}

/** A patient covered through someone else, who has no member number of their own. */
export interface Dependent extends Demographics {
  readonly name: PersonName;
  readonly relationship: DependentRelationship;
}

/** Whom the claim is about. A dependent with a member number of their own is sent as a subscriber. */
export type ClaimSubject =
  | { readonly patientIs: 'subscriber'; readonly subscriber: Subscriber & Demographics }
  | { readonly patientIs: 'dependent'; readonly subscriber: Subscriber & Partial<Demographics>; readonly patient: Dependent };

/** CLM07: A assigned, B assigned for laboratory only, C not assigned. */
export type Assignment = 'A' | 'B' | 'C';

/** CLM08: whether benefits go to the provider; W when the question does not apply. */
export type BenefitsAssigned = 'Y' | 'N' | 'W';

/** CLM09: Y a signed release is on file; I no signature is required by law. A Part 2 claim is always Y. */
export type ReleaseOfInformation = 'Y' | 'I';

/** A payer other than the one this claim goes to (loops 2320, 2330A, 2330B). With `paid` it has adjudicated. */
export interface OtherPayer extends Plan {
  /** SBR02: '18' self, or as for a dependent. */
  readonly relationship: '18' | DependentRelationship;
  readonly subscriber: Subscriber & { readonly address?: PostalAddress };
  readonly payer: Payer;
  readonly benefitsAssigned: BenefitsAssigned;
  readonly releaseOfInformation: ReleaseOfInformation;
  /** AMT*D: what this payer paid on the whole claim; absent when it has not adjudicated. */
  readonly paid?: Cents;
  /** AMT*EAF: what the patient still owes after a payer that judged the claim as a whole; when it judged lines, each line says it. */
  readonly remainingPatientLiability?: Cents;
  /** Claim-level CAS: only what that payer itself gave at claim level. */
  readonly adjustments: readonly Adjustment[];
  /** DTP*573 at claim level; leave it out when the lines carry the date. */
  readonly adjudicatedOn?: Temporal.PlainDate;
  /** REF*F8: that payer's own number for the claim. */
  readonly payerClaimNumber?: string;
}

/** Rendering, supervising and referring people around a claim (loops 2310A, B, D). */
export interface ClaimProviders {
  /** Leave out when the billing provider is the same person. */
  readonly rendering?: Provider;
  /** The licensed person who answers for a trainee. */
  readonly supervising?: PersonProvider;
  readonly referring?: PersonProvider;
}
