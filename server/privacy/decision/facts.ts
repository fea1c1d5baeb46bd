/**
 * Why a record is used or disclosed: HL7 v3 PurposeOfUse codes, and some of our own where HL7 has none.
 * EMPLOY = an employer or another third party outside care; REPORT = a report that a law orders; FUNDRAISE = 42 CFR 2.31(a)(5)(iii);
 * CRIMJUST = those in criminal justice who made treatment a condition (42 CFR 2.35); THREAT = someone able to prevent harm (45 CFR 164.512(j)).
 */
export const purposes = [
  'TREAT',
  'ETREAT',
  'HPAYMT',
  'HOPERAT',
  'TRAIN',
  'PATRQT',
  'FAMRQT',
  'HLEGAL',
  'HRESCH',
  'PUBHLTH',
  'AUDIT',
  'REGISTRY',
  'REPORT',
  'EMPLOY',
  'FUNDRAISE',
  'CRIMJUST',
  'THREAT',
] as const;
export type PurposeOfUse = (typeof purposes)[number];

/** What kind of record it is. `counseling-note` and `psychotherapy-note` are the two vaults (42 CFR 2.11; 45 CFR 164.501). */
export const recordClasses = [
  'progress-note',
  'diagnosis',
  'medication',
  'dose',
  'laboratory',
  'vital-signs',
  'allergy',
  'care-plan',
  'assessment',
  'schedule',
  'claim',
  'message',
  'group-roster',
  'document',
  'demographics',
  'counseling-note',
  'psychotherapy-note',
] as const;
export type RecordClass = (typeof recordClasses)[number];

/** The kinds of written consent (42 CFR 2.31, 2.33, 2.34, 2.35, 2.36, 2.52; 45 CFR 164.508). One never implies another. */
export const consentKinds = ['tpo', 'specific', 'counseling-notes', 'legal-proceeding', 'central-registry', 'criminal-justice', 'pdmp', 'research'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** What may come of a request. `hold` = nothing leaves until a named person decides. */
export const outcomes = ['permit', 'redact', 'hold', 'deny'] as const;
export type Outcome = (typeof outcomes)[number];

/** What must be done together with a release, or about a refusal. */
export const obligations = [
  'notice',
  'consent-copy',
  'part2-accounting',
  'hipaa-accounting',
  'intermediary-list',
  'emergency-record',
  'minimum-necessary',
  'constant-reply',
  'information-blocking-exception',
  'consent-form-offer',
  'labels-stay',
  'proceedings-ban-stays',
  'agreement-cited',
  'ask-not-to-use-further',
  'human-review',
  'stop-queued',
  'strip-restricted',
  'research-terms',
] as const;
export type Obligation = (typeof obligations)[number];

/** Until when a consent holds: a day (its end, in the program's time zone), a recorded event, or none (42 CFR 2.31(a)(7)). */
export type Expiry =
  | { readonly kind: 'date'; readonly lastDay: Temporal.PlainDate }
  | { readonly kind: 'event'; readonly event: string; readonly happenedAt: Temporal.Instant | null }
  | { readonly kind: 'end-of-treatment'; readonly endedAt: Temporal.Instant | null }
  | { readonly kind: 'none' };

/** Classes of recipient that a consent may name; the last only for preventing multiple enrolment (42 CFR 2.34(a)). */
export type RecipientClass = 'treating-providers' | 'health-plans' | 'third-party-payers' | 'people-helping-to-operate' | 'treatment-programs-nearby';

/** Who may sign a consent (42 CFR 2.14, 2.15, 2.31(a)(8)). */
export type ConsentSigner = 'patient' | 'minor-patient' | 'parent' | 'personal-representative' | 'guardian' | 'program-director' | 'next-of-kin';

/** Who is named to receive: a person or entity, a class, or an intermediary with those behind it (42 CFR 2.31(a)(4)). */
export type ConsentRecipient =
  | { readonly kind: 'named'; readonly partyId: string; readonly name: string }
  | { readonly kind: 'class'; readonly class: RecipientClass }
  | { readonly kind: 'intermediary'; readonly partyId: string; readonly name: string; readonly members: 'treating-participants' | readonly string[] };

/** A written consent as the decision sees it. It is read at the moment of decision, never remembered from queueing. */
export interface ConsentFacts {
  readonly id: string;
  readonly kind: ConsentKind;
  /** Programs that may disclose; empty = none, a consent without a discloser is invalid (42 CFR 2.31(a)(2)). */
  readonly disclosers: readonly string[];
  readonly recipients: readonly ConsentRecipient[];
  readonly purposes: readonly PurposeOfUse[];
  /** Classes of record described (42 CFR 2.31(a)(3)); `all` for a consent to the whole chart, vaults never included. */
  readonly scope: {
    readonly classes: 'all' | readonly RecordClass[];
    readonly excludedLabels: readonly string[];
    readonly from: Temporal.PlainDate | null;
    readonly to: Temporal.PlainDate | null;
  };
  readonly expiry: Expiry;
  readonly signedAt: Temporal.Instant;
  readonly signer: ConsentSigner;
  /** Those who signed besides: where a state has parents consent to treatment, parent and minor both sign (42 CFR 2.14). */
  readonly cosigners?: readonly ConsentSigner[];
  readonly revokedAt: Temporal.Instant | null;
  /** Criminal-justice consents may not be revoked before this event (42 CFR 2.35(c)); null once it came or where it does not apply. */
  readonly irrevocableUntil: string | null;
  /** Ids of elements that the validator found missing; anything here makes the consent void (42 CFR 2.31(c)). */
  readonly missingElements: readonly string[];
  /** An earlier consent of the same signer that this one says it replaces. */
  readonly supersedes: string | null;
  readonly fundraisingOptOutOffered: boolean;
}
