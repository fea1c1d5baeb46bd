import type { ConsentFacts, PurposeOfUse, RecordClass } from './facts.ts';

/** Who asks or acts. `outside` = somebody beyond the organisation who asks by interface, letter or telephone. */
export interface ActorFacts {
  readonly kind: 'staff' | 'patient' | 'representative' | 'system' | 'outside';
  readonly id: string | null;
  /** Roles by their code (content/roles.json). */
  readonly roles: readonly string[];
  /** Programs in which the actor works now. */
  readonly programs: readonly string[];
  /** Programs over which the actor's unit has direct administrative control (42 CFR 2.12(c)(3)(ii)). */
  readonly administers: readonly string[];
  /** Treats this patient now, by an appointment, an episode or a recorded relationship. */
  readonly treating: boolean;
  readonly onCareTeam: boolean;
  /** Programs that share their records with all who work there in one of the actor's roles (privacy.need_to_know); none unless said. */
  readonly needsAllOf?: readonly string[] | undefined;
  /** Clinicians whose training this actor supervises now. */
  readonly supervises: readonly string[];
  /** Whether the person proved who they are (patients and representatives: 45 CFR 164.514(h)). */
  readonly identityVerified: boolean;
  /** For a representative: which one; null for everybody else. */
  readonly relation: 'parent' | 'guardian' | 'personal-representative' | 'spouse' | 'other' | null;
  /** For a representative: nothing (a court's order, feared abuse) speaks against it (45 CFR 164.502(g)(5)). */
  readonly authorityInForce: boolean;
}

/** A written agreement with a recipient: QSOA (42 CFR 2.11), business associate, or the contract of 42 CFR 2.33(c). */
export interface AgreementFacts {
  readonly id: string;
  readonly kind: 'qsoa' | 'baa' | 'contract';
  readonly validFrom: Temporal.PlainDate;
  /** Last day; null while it lasts. */
  readonly validTo: Temporal.PlainDate | null;
  readonly purposes: readonly PurposeOfUse[];
  readonly classes: 'all' | readonly RecordClass[];
}

/** What a recipient is to the patient and to the law. */
export const recipientKinds = [
  'patient',
  'provider',
  'health-plan',
  'third-party-payer',
  'vendor',
  'intermediary',
  'part2-program',
  'central-registry',
  'pdmp',
  'public-health-authority',
  'fda',
  'court',
  'attorney',
  'law-enforcement',
  'criminal-justice',
  'child-protection',
  'coroner',
  'auditor',
  'researcher',
  'employer',
  'family',
  'person',
  'unknown',
] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Who would receive. Absent for use inside the organisation and for patients who look at their own record. */
export interface RecipientFacts {
  readonly partyId: string;
  readonly name: string;
  readonly kind: RecipientKind;
  readonly status: 'covered-entity' | 'business-associate' | 'neither';
  /** Somebody checked that it treats this patient (42 CFR 2.31(a)(4)(ii)(B)); a claim alone is not enough. */
  readonly treatingVerified: boolean;
  /** An exchange on the way: an intermediary (42 CFR 2.11), or one that acts as a business associate and is none. */
  readonly via: { readonly partyId: string; readonly kind: 'intermediary' | 'business-associate'; readonly agreement: AgreementFacts | null } | null;
  readonly agreement: AgreementFacts | null;
  /** Licences that state rules ask for, such as OMH. */
  readonly licences: readonly string[];
}

/** How a record came to be here (42 CFR 2.12(d)(2)). `basis` null = nobody recorded it: the record counts as Part 2 and goes no further. */
export type Origin =
  | { readonly kind: 'made-here' }
  | {
      readonly kind: 'received';
      readonly basis: 'tpo-consent' | 'specific-consent' | 'emergency' | 'audit' | 'research' | 'court-order' | 'qso' | 'hipaa' | 'patient' | null;
    };

/** One record that is asked for. */
export interface RecordFacts {
  readonly id: string;
  readonly class: RecordClass;
  /** Program that made it; null = unknown provenance, which counts as Part 2 and is in no consent's reach. */
  readonly programId: string | null;
  readonly part2: 'yes' | 'no' | 'unknown';
  readonly labels: readonly string[];
  /** Clinician who wrote it; decides for the two vaults (42 CFR 2.11, 2.31(b)). */
  readonly originatorId: string | null;
  /** Day of service or of writing; null where it has none. */
  readonly date: Temporal.PlainDate | null;
  readonly origin: Origin;
  readonly encounterId: string | null;
  /** Identifiers removed per 45 CFR 164.514(b). */
  readonly deidentified: boolean;
  /** Care to which a minor agreed alone (45 CFR 164.502(g)(3)). */
  readonly minorConsentedAlone: boolean;
  /** Others that it points at, tells of, or counts. */
  readonly references: readonly { readonly recordId: string; readonly part: 'reference' | 'narrative' | 'total' }[];
}

/** A restriction that the patient asked for (42 CFR 2.26; 45 CFR 164.522(a)). */
export interface RestrictionFacts {
  readonly id: string;
  /** `self-pay` must be agreed to: paid in full and asked for. `requested` = not agreed to, so it binds nobody. */
  readonly kind: 'agreed' | 'self-pay' | 'requested';
  readonly purposes: readonly PurposeOfUse[];
  /** Parties that shall not receive; `all` for everybody. Self-pay speaks of health plans whatever stands here. */
  readonly partyIds: 'all' | readonly string[];
  readonly classes: 'all' | readonly RecordClass[];
  /** Encounters meant; `all` for every one. */
  readonly encounterIds: 'all' | readonly string[];
  /** Programs meant; `all` for every one. */
  readonly programIds: 'all' | readonly string[];
  /** Days of service meant, both included; left out for all. A record without a day counts as one of them. */
  readonly served?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | undefined;
  readonly from: Temporal.Instant;
  /**
   * When it was terminated; a self-pay restriction is never ended by the program (42 CFR 2.26(c)), and what the program ends still binds for
   * records made until it told the patient (45 CFR 164.522(a)(2)(iii)).
   */
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: 'patient' | 'program' | null;
}

/** A court's order (42 CFR part 2, subpart E). 2.64 noncriminal, 2.65 against the patient, 2.66 against the program, 2.67 undercover. */
export interface OrderFacts {
  readonly id: string;
  readonly kind: '2.64' | '2.65' | '2.66' | '2.67';
  readonly partyIds: readonly string[];
  readonly classes: 'all' | readonly RecordClass[];
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  /** The court found what 42 CFR 2.63 asks for confidential communications. */
  readonly confidentialCommunications: boolean;
  readonly issuedOn: Temporal.PlainDate;
  /** Last day; null when it names none. */
  readonly expiresOn: Temporal.PlainDate | null;
  readonly vacated: boolean;
}

/** A legal demand or proceeding. A subpoena compels, an order authorises; Part 2 needs both (42 CFR 2.61). */
export interface LegalFacts {
  readonly subpoena: boolean;
  /** Satisfactory assurances of 45 CFR 164.512(e)(1)(ii). */
  readonly assurances: boolean;
  readonly proceeding: 'noncriminal' | 'criminal-against-patient' | 'against-program';
  /** The program defends itself in an action that the patient brought (42 CFR 2.31(b)(1)). */
  readonly broughtByPatient: boolean;
}

/** An emergency (42 CFR 2.51) with the five facts of 2.51(c); what is empty is not yet written down. */
export interface EmergencyFacts {
  readonly kind: 'medical' | 'declared-disaster' | 'fda';
  /** Prior written consent cannot be obtained (2.51(a)(1)). */
  readonly consentUnobtainable: boolean;
  /** The patient is able to decide and said no. */
  readonly refusedByPatient: boolean;
  /** Declared disaster: the program is closed and cannot serve or obtain consent (2.51(a)(2)). */
  readonly programClosed: boolean;
  readonly recipientIsMedical: boolean;
  readonly recipientName: string;
  readonly recipientFacility: string;
  readonly discloserName: string;
  readonly disclosedAt: Temporal.Instant | null;
  readonly nature: string;
}

/** A research protocol (42 CFR 2.52). */
export interface ResearchFacts {
  readonly protocolId: string;
  readonly basis: 'authorization' | 'waiver' | 'common-rule' | 'fda' | null;
  /** Last day of the approval. */
  readonly approvedUntil: Temporal.PlainDate | null;
  /** The researcher agreed not to identify again, and to report without identities (2.52(b)). */
  readonly termsSigned: boolean;
}

/** An audit or evaluation (42 CFR 2.53). */
export interface AuditFacts {
  readonly commitmentInWriting: boolean;
  readonly body: 'government' | 'payer' | 'quality-improvement' | 'accrediting' | 'other';
  readonly mode: 'view-on-site' | 'copy';
  /** Written terms of retention and destruction (2.53(b)). */
  readonly copyTerms: boolean;
  /** Clinician whose work the oversight is of; opens that clinician's counseling notes only (2.31(b)(1)). */
  readonly originatorId: string | null;
}

/** A report that a law orders or allows. */
export interface ReportFacts {
  readonly kind: 'child-abuse' | 'crime-on-premises' | 'cause-of-death' | 'prescription-monitoring' | 'other-law';
  readonly stage: 'initial' | 'follow-up';
}

/** Why a registry hears of a patient, and how far away (42 CFR 2.34). */
export interface RegistryFacts {
  readonly event: 'acceptance' | 'dose-change' | 'interruption' | 'resumption' | 'termination' | 'other';
  readonly miles: number;
}

/** What of the patient decides. */
export interface PatientFacts {
  readonly id: string;
  readonly birthDate: Temporal.PlainDate;
  readonly deceased: boolean;
  /** `adjudicated` = a court named a representative; `incapable` = medically unable for now (42 CFR 2.15). */
  readonly capacity: 'capable' | 'incapable' | 'adjudicated';
  /** A court or marriage made the minor an adult in law. */
  readonly emancipated: boolean;
  /** A personal representative exists (executor, administrator). */
  readonly hasPersonalRepresentative: boolean;
  /** The director judged: no rational choice, and a substantial threat that telling a parent reduces (42 CFR 2.14(d)). */
  readonly threatJudged: boolean;
  readonly optedOutOfFundraising: boolean;
}

/** One rule of a jurisdiction pack that was resolved for this decision (content/jurisdictions). */
export interface RuleFacts {
  readonly code: string;
  readonly value: unknown;
  readonly jurisdiction: string;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly validFrom: Temporal.PlainDate;
  /** Last day on which the rule may be relied on; null while it lasts. */
  readonly validTo: Temporal.PlainDate | null;
  /** Taken from background knowledge and not yet read at its source. */
  readonly background: boolean;
}

/** Everything that a decision rests on. Plain data: what is not here does not count. */
export interface Facts {
  readonly policyVersion: string;
  /** The moment of decision, and the program's time zone: days end there. */
  readonly at: Temporal.Instant;
  readonly timeZone: string;
  readonly purpose: PurposeOfUse;
  readonly actor: ActorFacts;
  /** Null = use inside the organisation, or a patient or representative who looks. */
  readonly recipient: RecipientFacts | null;
  /** Who holds the records and decides: nearly always a covered entity. */
  readonly holder: 'covered-entity' | 'business-associate' | 'part2-program' | 'other';
  readonly patient: PatientFacts;
  readonly records: readonly RecordFacts[];
  readonly consents: readonly ConsentFacts[];
  readonly restrictions: readonly RestrictionFacts[];
  readonly orders: readonly OrderFacts[];
  readonly legal: LegalFacts | null;
  readonly emergency: EmergencyFacts | null;
  readonly research: ResearchFacts | null;
  readonly audit: AuditFacts | null;
  readonly report: ReportFacts | null;
  readonly registry: RegistryFacts | null;
  /** The patient's own words to a state's asker of psychotherapy information are on file (such as Cal. Civ. Code 56.104). */
  readonly stateStatementOnFile: boolean;
  readonly rules: readonly RuleFacts[];
}
