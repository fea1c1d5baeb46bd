import fc from 'fast-check';
import {
  consentKinds,
  policyVersion,
  purposes,
  recipientKinds,
  recordClasses,
  rulesFor,
  type ActorFacts,
  type ConsentFacts,
  type ConsentRecipient,
  type EmergencyFacts,
  type Expiry,
  type Facts,
  type OrderFacts,
  type RecipientFacts,
  type RecordFacts,
  type RestrictionFacts,
} from '#server/privacy/index.ts';

// Small pools, so that random worlds meet: a consent often names whoever asks.
const programs = ['P', 'G', 'Q'];
const parties = ['H', 'Z', 'E', 'COURT'];
const people = ['ann', 'ben', 'cat'];
const words = ['part2', 'ETH', 'PSY', 'HIV', 'SUD', 'MH'];

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const mostly = <const T>(usual: T, ...others: readonly T[]) => fc.constantFrom(usual, usual, usual, ...others);
const some = (values: readonly string[]) => fc.subarray([...values]);
const start = Temporal.Instant.from('2026-11-23T18:00:00Z').epochMilliseconds;
const hour = 3_600_000;
/** Moments within ten days of the middle of the world. */
export const moment = fc.integer({ min: -240, max: 240 }).map((hours) => Temporal.Instant.fromEpochMilliseconds(start + hours * hour));
/** Days within about three weeks of it. */
export const nearDay = fc.integer({ min: -20, max: 20 }).map((days) => Temporal.PlainDate.from('2026-11-23').add({ days }));
const past = fc.integer({ min: 1, max: 2000 }).map((hours) => Temporal.Instant.fromEpochMilliseconds(start - (300 + hours) * hour));

const actor: fc.Arbitrary<ActorFacts> = fc.record({
  kind: oneOf('staff', 'staff', 'patient', 'representative', 'system', 'outside', 'outside'),
  id: oneOf<string | null>(...people, 'john', null),
  roles: fc.constantFrom(['therapist'], ['prescriber'], ['biller'], ['front-desk'], []),
  programs: some(programs),
  administers: oneOf<string[]>([], [], [], ['P']),
  treating: fc.boolean(),
  onCareTeam: fc.boolean(),
  needsAllOf: mostly<string[] | undefined>(undefined, [], ['P'], programs),
  supervises: some(people),
  identityVerified: mostly(true, false),
  relation: oneOf('parent', 'guardian', 'personal-representative', 'spouse', null),
  authorityInForce: mostly(true, false),
});

const agreement = fc.option(
  fc.record({
    id: fc.constant('agreement'),
    kind: oneOf('qsoa', 'baa', 'contract'),
    validFrom: fc.constant(Temporal.PlainDate.from('2026-01-01')),
    validTo: fc.option(nearDay),
    purposes: fc.constantFrom<Facts['purpose'][]>(['HOPERAT'], ['TREAT', 'HPAYMT', 'HOPERAT']),
    classes: fc.constantFrom<'all' | ['message']>('all', ['message']),
  }),
);

const recipient: fc.Arbitrary<RecipientFacts> = fc.record({
  partyId: oneOf(...parties, 'john'),
  name: fc.constant('somebody'),
  kind: mostly('provider', ...recipientKinds),
  status: oneOf('covered-entity', 'business-associate', 'neither'),
  treatingVerified: fc.boolean(),
  via: fc.option(fc.record({ partyId: oneOf('HIE-X', 'HIE-B'), kind: oneOf('intermediary', 'business-associate'), agreement }), { freq: 2 }),
  agreement,
  licences: fc.constantFrom([], ['OMH']),
});

const record: fc.Arbitrary<Omit<RecordFacts, 'id'>> = fc.record({
  class: mostly('progress-note', ...recordClasses, 'counseling-note'),
  programId: fc.constantFrom('P', 'P', 'G', 'Q', null),
  part2: oneOf('yes', 'yes', 'no', 'unknown'),
  labels: some(words),
  originatorId: oneOf<string | null>(...people, null),
  date: fc.option(nearDay, { freq: 8 }),
  origin: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'made-here' } as const) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('received' as const), basis: oneOf('tpo-consent', 'specific-consent', 'hipaa', 'audit', null) }) },
  ),
  encounterId: oneOf<string | null>('E1', 'E2', null),
  deidentified: mostly(false, true),
  minorConsentedAlone: mostly(false, true),
  references: fc.array(fc.record({ recordId: oneOf('0', '1', '2', 'elsewhere'), part: oneOf('reference', 'narrative', 'total') }), { maxLength: 2 }),
});

const named: fc.Arbitrary<ConsentRecipient> = fc.oneof(
  oneOf(...parties, ...people).map((partyId) => ({ kind: 'named' as const, partyId, name: partyId })),
  oneOf('treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate').map((one) => ({ kind: 'class' as const, class: one })),
  oneOf<'treating-participants' | readonly string[]>('treating-participants', ['H']).map((members) => ({
    kind: 'intermediary' as const,
    partyId: 'HIE-X',
    name: 'HIE-X',
    members,
  })),
);

const expiry: fc.Arbitrary<Expiry> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  nearDay.map((lastDay) => ({ kind: 'date' as const, lastDay })),
  fc.option(moment).map((happenedAt) => ({ kind: 'event' as const, event: 'an event', happenedAt })),
  fc.option(moment).map((endedAt) => ({ kind: 'end-of-treatment' as const, endedAt })),
);

/** A consent; usually one that could hold. */
export const consent: fc.Arbitrary<Omit<ConsentFacts, 'id'>> = fc.record({
  kind: mostly('tpo', ...consentKinds),
  disclosers: some(programs),
  recipients: fc.array(named, { maxLength: 4 }),
  purposes: fc.constantFrom<Facts['purpose'][]>(['TREAT', 'HPAYMT', 'HOPERAT'], ['TREAT'], ['HLEGAL'], ['HLEGAL', 'TREAT'], [...purposes]),
  scope: fc.record({
    classes: fc.constantFrom<ConsentFacts['scope']['classes']>('all', 'all', ['counseling-note'], ['psychotherapy-note'], ['progress-note', 'dose']),
    excludedLabels: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(['SUD', 'HIV', 'PSY']) }),
    from: fc.option(nearDay, { freq: 2 }),
    to: fc.option(nearDay, { freq: 2 }),
  }),
  expiry,
  signedAt: past,
  signer: mostly('patient', 'minor-patient', 'parent', 'guardian', 'program-director', 'next-of-kin', 'personal-representative'),
  cosigners: fc.constantFrom<NonNullable<ConsentFacts['cosigners']>>([], [], ['minor-patient'], ['parent']),
  revokedAt: fc.option(moment, { freq: 2 }),
  irrevocableUntil: fc.constantFrom(null, null, 'disposition'),
  missingElements: fc.constantFrom<string[]>([], [], [], ['2.31(a)(1)']),
  supersedes: fc.constantFrom(null, null, '0', '1'),
  fundraisingOptOutOffered: fc.boolean(),
});

/** A restriction that may or may not bind. */
export const restriction: fc.Arbitrary<RestrictionFacts> = fc.record({
  id: fc.constant('restriction'),
  kind: oneOf('agreed', 'agreed', 'self-pay', 'requested'),
  purposes: fc.constantFrom<Facts['purpose'][]>(['TREAT', 'HPAYMT', 'HOPERAT'], ['TREAT'], ['HPAYMT'], [...purposes]),
  partyIds: oneOf<'all' | readonly string[]>('all', ['H', 'ann']),
  classes: oneOf<RestrictionFacts['classes']>('all', ['claim', 'progress-note']),
  encounterIds: oneOf<'all' | readonly string[]>('all', ['E1']),
  programIds: oneOf<'all' | readonly string[]>('all', ['P']),
  from: past,
  endedAt: fc.option(moment, { freq: 2 }),
  endedBy: oneOf<'patient' | 'program' | null>(null, 'patient', 'program'),
});

const order: fc.Arbitrary<OrderFacts> = fc.record({
  id: fc.constant('order'),
  kind: mostly('2.64', '2.65', '2.66'),
  partyIds: some(parties),
  classes: oneOf<OrderFacts['classes']>('all', ['progress-note']),
  from: fc.option(nearDay, { freq: 2 }),
  to: fc.option(nearDay, { freq: 2 }),
  confidentialCommunications: fc.boolean(),
  issuedOn: nearDay,
  expiresOn: fc.option(nearDay),
  vacated: mostly(false, true),
});

/** An emergency with its five facts, some of them often missing. */
export const emergency: fc.Arbitrary<EmergencyFacts> = fc.record({
  kind: mostly('medical', 'declared-disaster', 'fda'),
  consentUnobtainable: mostly(true, false),
  refusedByPatient: mostly(false, true),
  programClosed: fc.boolean(),
  recipientIsMedical: mostly(true, false),
  recipientName: mostly('Dr. Reyes', ''),
  recipientFacility: mostly('H', ' '),
  discloserName: mostly('Nurse', ''),
  disclosedAt: fc.option(moment, { freq: 8 }),
  nature: mostly('Overdose', ''),
});

const patient: fc.Arbitrary<Facts['patient']> = fc.record({
  id: fc.constant('john'),
  birthDate: fc.oneof(
    fc.constant(Temporal.PlainDate.from('1990-05-05')),
    fc.integer({ min: 0, max: 8000 }).map((days) => Temporal.PlainDate.from('2026-11-23').subtract({ days })),
  ),
  deceased: mostly(false, true),
  capacity: mostly('capable', 'incapable', 'adjudicated'),
  emancipated: mostly(false, true),
  hasPersonalRepresentative: fc.boolean(),
  threatJudged: mostly(false, true),
  optedOutOfFundraising: fc.boolean(),
});

const purpose = fc.oneof(oneOf('TREAT', 'HPAYMT', 'HOPERAT', 'ETREAT', 'HLEGAL', 'FAMRQT', 'PATRQT'), fc.constantFrom(...purposes));

const anything: fc.Arbitrary<Facts> = fc.record({
  policyVersion: fc.constant(policyVersion),
  at: moment,
  timeZone: oneOf('America/Los_Angeles', 'America/New_York', 'Pacific/Honolulu'),
  purpose,
  actor,
  recipient: fc.option(recipient, { freq: 3 }),
  holder: mostly('covered-entity', 'business-associate', 'part2-program', 'other'),
  patient,
  records: fc.array(record, { minLength: 1, maxLength: 3 }).map((records) => records.map((one, index) => ({ ...one, id: String(index) }))),
  consents: fc.array(consent, { maxLength: 3 }).map((consents) => consents.map((one, index) => ({ ...one, id: String(index) }))),
  restrictions: fc.array(restriction, { maxLength: 1 }),
  orders: fc.array(order, { maxLength: 1 }),
  legal: fc.option(
    fc.record({
      subpoena: fc.boolean(),
      assurances: fc.boolean(),
      proceeding: mostly('noncriminal', 'criminal-against-patient', 'against-program'),
      broughtByPatient: mostly(false, true),
    }),
  ),
  emergency: fc.option(emergency),
  research: fc.option(
    fc.record({ protocolId: fc.constant('irb'), basis: oneOf<'waiver' | null>('waiver', null), approvedUntil: fc.option(nearDay), termsSigned: fc.boolean() }),
  ),
  audit: fc.option(
    fc.record({
      commitmentInWriting: fc.boolean(),
      body: oneOf('government', 'other'),
      mode: oneOf('view-on-site', 'copy'),
      copyTerms: fc.boolean(),
      originatorId: oneOf<string | null>('ann', null),
    }),
  ),
  report: fc.option(
    fc.record({ kind: oneOf('child-abuse', 'crime-on-premises', 'cause-of-death', 'prescription-monitoring', 'other-law'), stage: mostly('initial', 'follow-up') }),
  ),
  registry: fc.option(fc.record({ event: oneOf('acceptance', 'other'), miles: fc.integer({ min: 0, max: 400 }) })),
  stateStatementOnFile: fc.boolean(),
  rules: oneOf('ca', 'wa', 'ny', 'tx', 'il', 'zz').map((state) => rulesFor(state)),
});

const allClasses = (['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate'] as const).map((one) => ({
  kind: 'class' as const,
  class: one,
}));

function holding(one: ConsentFacts, index: number, facts: Facts): ConsentFacts {
  const vault = one.kind === 'counseling-notes';
  const whole = { classes: vault ? (['counseling-note', 'psychotherapy-note'] as const) : ('all' as const), excludedLabels: [], from: null, to: null };
  return {
    ...one,
    disclosers: ['P', 'G', 'Q'],
    missingElements: [],
    cosigners: [],
    signer: 'patient',
    supersedes: null,
    purposes: one.kind === 'legal-proceeding' ? ['HLEGAL'] : ['TREAT', 'HPAYMT', 'HOPERAT', 'EMPLOY'],
    recipients: [...one.recipients, ...allClasses, ...(facts.recipient ? [{ kind: 'named' as const, partyId: 'H', name: 'H' }] : [])],
    // The first holds, so that the others are what differs.
    ...(index === 0 ? { revokedAt: null, expiry: one.kind === 'tpo' ? { kind: 'none' } : { kind: 'event', event: 'an event', happenedAt: null }, scope: whole } : {}),
  };
}

/** Turns what is seldom right by chance to the good, so that many worlds let something go. */
function smoothed(facts: Facts): Facts {
  const kind = facts.purpose === 'HPAYMT' || facts.purpose === 'HOPERAT' ? 'health-plan' : 'provider';
  const actor = { ...facts.actor, identityVerified: true, id: facts.actor.kind === 'patient' ? 'john' : facts.actor.id };
  return {
    ...facts,
    actor,
    patient: { ...facts.patient, birthDate: Temporal.PlainDate.from('1990-05-05'), deceased: false, capacity: 'capable' },
    records: facts.records.map((one) => ({ ...one, programId: one.programId ?? 'P', labels: one.labels.slice(0, 1), originatorId: actor.id })),
    consents: facts.consents.map((one, index) => holding(one, index, facts)),
    recipient: facts.recipient && { ...facts.recipient, via: null, partyId: 'H', kind, treatingVerified: true, status: 'covered-entity' },
    orders: facts.orders.map((one) => ({ ...one, partyIds: ['H'], kind: '2.64', issuedOn: Temporal.PlainDate.from('2026-01-01'), expiresOn: null })),
  };
}

/** Any world in which somebody asks for something of one patient; in half of them much is in order. */
export const world: fc.Arbitrary<Facts> = fc.tuple(anything, fc.boolean()).map(([facts, smooth]) => (smooth ? smoothed(facts) : facts));
