import { z } from 'zod';
import { consentKinds, obligations, outcomes, purposes, recordClasses } from './facts.ts';
import { recipientKinds } from './request.ts';

/** Facts as JSON: instants and days as ISO text. What is left out is taken as the most protective (unknown provenance, nothing on file). */
const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text));
const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const purpose = z.enum(purposes);
const classes = z.union([z.literal('all'), z.array(z.enum(recordClasses))]);
const ids = z.array(z.string());
const some = z.union([z.literal('all'), ids]);

const actor = z.strictObject({
  kind: z.enum(['staff', 'patient', 'representative', 'system', 'outside']),
  id: z.string().nullable(),
  roles: ids.default([]),
  programs: ids.default([]),
  administers: ids.default([]),
  treating: z.boolean().default(false),
  onCareTeam: z.boolean().default(false),
  needsAllOf: ids.optional(),
  supervises: ids.default([]),
  identityVerified: z.boolean().default(false),
  relation: z.enum(['parent', 'guardian', 'personal-representative', 'spouse', 'other']).nullable().default(null),
  authorityInForce: z.boolean().default(false),
});

const agreement = z.strictObject({
  id: z.string(),
  kind: z.enum(['qsoa', 'baa', 'contract']),
  validFrom: day,
  validTo: day.nullable(),
  purposes: z.array(purpose),
  classes,
});

const recipient = z.strictObject({
  partyId: z.string(),
  name: z.string(),
  kind: z.enum(recipientKinds),
  status: z.enum(['covered-entity', 'business-associate', 'neither']).default('neither'),
  treatingVerified: z.boolean().default(false),
  via: z
    .strictObject({ partyId: z.string(), kind: z.enum(['intermediary', 'business-associate']), agreement: agreement.nullable().default(null) })
    .nullable()
    .default(null),
  agreement: agreement.nullable().default(null),
  licences: ids.default([]),
});

const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made-here') }),
  z.strictObject({
    kind: z.literal('received'),
    basis: z.enum(['tpo-consent', 'specific-consent', 'emergency', 'audit', 'research', 'court-order', 'qso', 'hipaa', 'patient']).nullable(),
  }),
]);

const record = z.strictObject({
  id: z.string(),
  class: z.enum(recordClasses),
  programId: z.string().nullable().default(null),
  part2: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  labels: ids.default([]),
  originatorId: z.string().nullable().default(null),
  date: day.nullable().default(null),
  origin: origin.default({ kind: 'made-here' }),
  encounterId: z.string().nullable().default(null),
  deidentified: z.boolean().default(false),
  minorConsentedAlone: z.boolean().default(false),
  references: z.array(z.strictObject({ recordId: z.string(), part: z.enum(['reference', 'narrative', 'total']) })).default([]),
});

const signer = z.enum(['patient', 'minor-patient', 'parent', 'personal-representative', 'guardian', 'program-director', 'next-of-kin']);

const consent = z.strictObject({
  id: z.string(),
  kind: z.enum(consentKinds),
  disclosers: ids,
  recipients: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('named'), partyId: z.string(), name: z.string() }),
      z.strictObject({
        kind: z.literal('class'),
        class: z.enum(['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate', 'treatment-programs-nearby']),
      }),
      z.strictObject({ kind: z.literal('intermediary'), partyId: z.string(), name: z.string(), members: z.union([z.literal('treating-participants'), ids]) }),
    ]),
  ),
  purposes: z.array(purpose),
  scope: z.strictObject({ classes, excludedLabels: ids.default([]), from: day.nullable().default(null), to: day.nullable().default(null) }),
  expiry: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), lastDay: day }),
    z.strictObject({ kind: z.literal('event'), event: z.string(), happenedAt: instant.nullable().default(null) }),
    z.strictObject({ kind: z.literal('end-of-treatment'), endedAt: instant.nullable().default(null) }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  signedAt: instant,
  signer,
  cosigners: z.array(signer).default([]),
  revokedAt: instant.nullable().default(null),
  irrevocableUntil: z.string().nullable().default(null),
  missingElements: ids.default([]),
  supersedes: z.string().nullable().default(null),
  fundraisingOptOutOffered: z.boolean().default(false),
});

const restriction = z.strictObject({
  id: z.string(),
  kind: z.enum(['agreed', 'self-pay', 'requested']),
  purposes: z.array(purpose),
  partyIds: some.default('all'),
  classes: classes.default('all'),
  encounterIds: some.default('all'),
  programIds: some.default('all'),
  served: z.strictObject({ from: day, to: day }).optional(),
  from: instant,
  endedAt: instant.nullable().default(null),
  endedBy: z.enum(['patient', 'program']).nullable().default(null),
});

const order = z.strictObject({
  id: z.string(),
  kind: z.enum(['2.64', '2.65', '2.66', '2.67']),
  partyIds: ids,
  classes,
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  confidentialCommunications: z.boolean().default(false),
  issuedOn: day,
  expiresOn: day.nullable().default(null),
  vacated: z.boolean().default(false),
});

const rule = z.strictObject({
  code: z.string(),
  value: z.json(),
  jurisdiction: z.string(),
  source: z.string(),
  verifiedOn: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  background: z.boolean(),
});

/** The facts of one decision, from JSON. `rules` may be left out where `jurisdiction` names the pack. */
export const factsFile = z.strictObject({
  policyVersion: z.string().optional(),
  jurisdiction: z.string().optional(),
  at: instant,
  timeZone: z.string(),
  purpose,
  actor,
  recipient: recipient.nullable().default(null),
  holder: z.enum(['covered-entity', 'business-associate', 'part2-program', 'other']).default('covered-entity'),
  patient: z.strictObject({
    id: z.string(),
    birthDate: day,
    deceased: z.boolean().default(false),
    capacity: z.enum(['capable', 'incapable', 'adjudicated']).default('capable'),
    emancipated: z.boolean().default(false),
    hasPersonalRepresentative: z.boolean().default(false),
    threatJudged: z.boolean().default(false),
    optedOutOfFundraising: z.boolean().default(false),
  }),
  records: z.array(record),
  consents: z.array(consent).default([]),
  restrictions: z.array(restriction).default([]),
  orders: z.array(order).default([]),
  legal: z
    .strictObject({
      subpoena: z.boolean().default(false),
      assurances: z.boolean().default(false),
      proceeding: z.enum(['noncriminal', 'criminal-against-patient', 'against-program']).default('noncriminal'),
      broughtByPatient: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  emergency: z
    .strictObject({
      kind: z.enum(['medical', 'declared-disaster', 'fda']),
      consentUnobtainable: z.boolean().default(false),
      refusedByPatient: z.boolean().default(false),
      programClosed: z.boolean().default(false),
      recipientIsMedical: z.boolean().default(false),
      recipientName: z.string().default(''),
      recipientFacility: z.string().default(''),
      discloserName: z.string().default(''),
      disclosedAt: instant.nullable().default(null),
      nature: z.string().default(''),
    })
    .nullable()
    .default(null),
  research: z
    .strictObject({
      protocolId: z.string(),
      basis: z.enum(['authorization', 'waiver', 'common-rule', 'fda']).nullable(),
      approvedUntil: day.nullable(),
      termsSigned: z.boolean(),
    })
    .nullable()
    .default(null),
  audit: z
    .strictObject({
      commitmentInWriting: z.boolean(),
      body: z.enum(['government', 'payer', 'quality-improvement', 'accrediting', 'other']),
      mode: z.enum(['view-on-site', 'copy']),
      copyTerms: z.boolean().default(false),
      originatorId: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  report: z
    .strictObject({
      kind: z.enum(['child-abuse', 'crime-on-premises', 'cause-of-death', 'prescription-monitoring', 'other-law']),
      stage: z.enum(['initial', 'follow-up']),
    })
    .nullable()
    .default(null),
  registry: z
    .strictObject({ event: z.enum(['acceptance', 'dose-change', 'interruption', 'resumption', 'termination', 'other']), miles: z.number() })
    .nullable()
    .default(null),
  stateStatementOnFile: z.boolean().default(false),
  rules: z.array(rule).optional(),
});

/** A decision as it crosses the wire, for those who may know. */
export const decisionReply = z.object({
  outcome: z.enum(outcomes),
  reason: z.string(),
  citation: z.string(),
  released: ids,
  withheld: z.array(z.object({ recordId: z.string(), reason: z.string(), citation: z.string() })),
  redactions: z.array(z.object({ recordId: z.string(), part: z.enum(['reference', 'narrative', 'total']), of: z.string() })),
  obligations: z.array(z.enum(obligations)),
  restsOn: ids,
  says: z.string(),
  policyVersion: z.string(),
  inputHash: z.string(),
});

export const DecisionParams = z.object({ decisionId: z.uuid() });

/** Words for staff: what was decided, why, and what would open what stays. */
export const explanationReply = z.object({
  headline: z.string(),
  because: z.array(z.object({ recordId: z.string().nullable(), reason: z.string(), says: z.string(), citation: z.string() })),
  wouldOpen: z.array(z.string()),
  mustDo: z.array(z.string()),
});

export const ReplayReply = z.object({
  decision: decisionReply,
  explanation: explanationReply,
  /** The facts give the hash that was stored with them. */
  sameHash: z.boolean(),
  sameDecision: z.boolean(),
  /** The rules and packs of today are those of then. */
  samePolicy: z.boolean(),
  decidedAt: z.iso.datetime(),
});
