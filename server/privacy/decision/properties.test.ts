import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consent as anyConsent, emergency as anyEmergency, moment, restriction as anyRestriction, world } from '#testing/worlds.ts';
import { decide, rule } from './decide.ts';
import type { ConsentFacts, PurposeOfUse } from './facts.ts';
import { readFacts } from './facts-file.ts';
import { isPermit } from './reasons.ts';
import { constantReply, replyToAsker } from './reply.rules.ts';
import type { EmergencyFacts, Facts, RecordFacts, RuleFacts } from './request.ts';

// `npm run proofs` plays ten thousand worlds each.
const runs = { numRuns: Number(process.env['WORLDS'] ?? 1000) };
const lasting = { timeout: 900_000 };
const released = (facts: Facts) => new Set(rule(facts).released);

/** What was kept before is kept after: nothing newly goes. */
function opensNothing(before: Facts, after: Facts): void {
  const [was, is] = [released(before), released(after)];
  for (const id of is) expect(was.has(id), `record ${id} opened: ${rule(after).reason}`).toBe(true);
}

/** Facts with one record only, so that reason and outcome speak of it. */
function alone(facts: Facts): { facts: Facts; record: RecordFacts } {
  const [record] = facts.records;
  if (!record) throw new Error('a world has a record');
  return { facts: { ...facts, records: [record] }, record };
}

const isProtected = ({ programId, part2, labels, origin }: RecordFacts) =>
  programId === null || part2 !== 'no' || labels.includes('part2') || (origin.kind === 'received' && origin.basis === null);

const withRule = (facts: Facts, code: string, change: (rule: RuleFacts) => RuleFacts): Facts => ({
  ...facts,
  rules: facts.rules.map((rule) => (rule.code === code ? change(rule) : rule)),
});

const stricter: readonly ((facts: Facts) => Facts)[] = [
  (facts) => withRule(facts, 'registry-distance-miles', (rule) => ({ ...rule, value: 1 })),
  (facts) => withRule(facts, 'pdmp-reporting', (rule) => ({ ...rule, value: false })),
  (facts) => withRule(facts, 'mental-health-treatment-disclosure', (rule) => ({ ...rule, value: { needs: 'consent' } })),
  (facts) =>
    withRule(facts, 'psychotherapy-information-statement', (rule) => {
      const { purposes, classes } = rule.value as { purposes: string[]; classes: string[] };
      return { ...rule, value: { purposes: [...purposes, 'HPAYMT', 'HOPERAT', 'TREAT'], classes: [...classes, 'progress-note'] } };
    }),
  (facts) => withRule(facts, 'director-may-sign-for', (rule) => ({ ...rule, value: [] })),
  (facts) => withRule(facts, 'kin-may-sign-for-deceased', (rule) => ({ ...rule, value: false })),
  (facts) => withRule(facts, 'role-classes', (rule) => ({ ...rule, value: {} })),
  (facts) => withRule(facts, 'known-labels', (rule) => ({ ...rule, value: [] })),
  (facts) => ({ ...facts, rules: facts.rules.map((rule) => ({ ...rule, validTo: Temporal.PlainDate.from('2025-01-01') })) }),
  (facts) => ({ ...facts, rules: [] }),
];

test('1a: a restriction never opens anything', lasting, () => {
  fc.assert(
    fc.property(world, anyRestriction, (facts, restriction) => opensNothing(facts, { ...facts, restrictions: [...facts.restrictions, restriction] })),
    runs,
  );
});

test('1b: a label never opens anything', lasting, () => {
  const label = fc.constantFrom('part2', 'ETH', 'HIV', 'sud-counseling-note', 'psychotherapy-note', 'a label that nobody knows');
  fc.assert(
    fc.property(world, label, (facts, added) =>
      opensNothing(facts, { ...facts, records: facts.records.map((record) => ({ ...record, labels: [...record.labels, added] })) }),
    ),
    runs,
  );
});

test('1c: revoking a consent never opens anything', lasting, () => {
  fc.assert(
    fc.property(world, anyConsent, moment, fc.nat(3), (facts, more, at, which) => {
      const consents = [...facts.consents, { ...more, id: 'more' }];
      const revoked = consents.map((consent, index) => (index === which % consents.length ? { ...consent, revokedAt: consent.revokedAt ?? at } : consent));
      opensNothing({ ...facts, consents }, { ...facts, consents: revoked });
    }),
    runs,
  );
});

test('1d: a stricter pack, an expired one or none never opens anything', lasting, () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...stricter), (facts, tighten) => opensNothing(facts, tighten(facts))),
    runs,
  );
});

const grounds: ReadonlySet<string> = new Set(
  (
    'TPO_OK SPECIFIC_OK INTERMEDIARY_OK CN_OK PSYCHOTHERAPY_OK LEGAL_CONSENT_OK REGISTRY_OK CJ_OK PDMP_OK RESEARCH_CONSENT_OK ' +
    'QSO_OK CRIME_REPORT MANDATED_REPORT CAUSE_OF_DEATH PATIENT_ACCESS ' +
    'EMERGENCY_2_51 RESEARCH_OK AUDIT_OK PUBLIC_HEALTH_OK ORDER_OK DEFENCE CE_REDISCLOSURE CONTRACTOR_OK'
  ).split(' '),
);
const onConsent: ReadonlySet<string> = new Set(
  [...grounds].filter((reason) => /^(TPO|SPECIFIC|INTERMEDIARY|CN|PSYCHOTHERAPY|LEGAL_CONSENT|REGISTRY|CJ|PDMP|RESEARCH_CONSENT)_OK$/.test(reason)),
);

test(
  '2, 3: a protected record leaves on a listed ground only; on consent with one notice, copy and accounting row, and the consent is on file, whole and unrevoked',
  lasting,
  () => {
    let went = 0;
    fc.assert(
      fc.property(world, (whole) => {
        const { facts, record } = alone(whole);
        const decision = rule(facts);
        if (facts.recipient === null || decision.released.length === 0 || !isProtected(record)) return;
        went += 1;
        expect(grounds.has(decision.reason), decision.reason).toBe(true);
        if (!onConsent.has(decision.reason)) return;
        expect(decision.obligations).toEqual(expect.arrayContaining(['notice', 'consent-copy', 'part2-accounting']));
        const consent = facts.consents.find(({ id }) => decision.restsOn.includes(id));
        expect(consent?.missingElements).toEqual([]);
        expect(consent?.disclosers).toContain(record.programId);
        if (decision.reason !== 'CJ_OK') expect(consent?.revokedAt).toBe(null);
      }),
      runs,
    );
    expect(went).toBeGreaterThan(runs.numRuns / 100);
  },
);

test('5: proceedings are satisfied by an order with a subpoena, a consent for proceedings alone, or a defence; outside Part 2 also by assurances', lasting, () => {
  let went = 0;
  fc.assert(
    fc.property(world, (any) => {
      const { facts, record } = alone({ ...any, purpose: 'HLEGAL' });
      if (released(facts).size === 0) return;
      went += 1;
      const { legal, orders, consents } = facts;
      const ordered = orders.some(({ vacated, partyIds }) => !vacated && partyIds.includes(facts.recipient?.partyId ?? ''));
      const agreed = consents.some(({ kind, purposes, revokedAt }) => kind === 'legal-proceeding' && purposes.every((one) => one === 'HLEGAL') && revokedAt === null);
      const defends = legal?.broughtByPatient === true;
      const outside = !isProtected(record) && (ordered || (legal?.subpoena === true && legal.assurances));
      expect((ordered && legal?.subpoena === true) || agreed || defends || outside).toBe(true);
    }),
    runs,
  );
  expect(went).toBeGreaterThan(runs.numRuns / 500);
});

const vaultClasses: readonly string[] = ['counseling-note', 'psychotherapy-note'];

/** A consent for this vault and nothing beside vaults. */
function isItsOwn({ kind, revokedAt, scope: { classes } }: ConsentFacts, vault: RecordFacts['class']): boolean {
  const names = classes !== 'all' && classes.includes(vault) && classes.every((one) => vaultClasses.includes(one));
  return revokedAt === null && names && (kind === 'counseling-notes' || (vault === 'psychotherapy-note' && kind === 'specific'));
}

/** The two lists of exceptions, read anew from 42 CFR 2.31(b)(1) and 45 CFR 164.508(a)(2): one question a purpose. */
const exceptionsAnew: Partial<Record<PurposeOfUse, (facts: Facts, record: RecordFacts, inProgram: boolean) => boolean>> = {
  TREAT: ({ actor }, { originatorId }, inProgram) => inProgram && actor.id === originatorId,
  ETREAT: ({ actor }, { originatorId }, inProgram) => inProgram && actor.id === originatorId,
  TRAIN: ({ actor }, { originatorId }, inProgram) => inProgram && [actor.id, ...actor.supervises].includes(originatorId),
  HLEGAL: ({ orders, legal }) => legal?.broughtByPatient === true || orders.some(({ confidentialCommunications }) => confidentialCommunications),
  AUDIT: ({ audit }, { originatorId }) => audit?.originatorId === originatorId,
  REPORT: ({ report, patient }) => report?.kind === 'cause-of-death' && patient.deceased,
  THREAT: (_facts, record) => record.class === 'psychotherapy-note' && !isProtected(record),
};

function vaultMayOpen(facts: Facts, record: RecordFacts): boolean {
  const inProgram = facts.recipient === null && [...facts.actor.programs, ...facts.actor.administers].some((program) => program === record.programId);
  const excepted = record.originatorId !== null || facts.purpose === 'HLEGAL' || facts.purpose === 'REPORT' || facts.purpose === 'THREAT';
  return (excepted && exceptionsAnew[facts.purpose]?.(facts, record, inProgram) === true) || facts.consents.some((consent) => isItsOwn(consent, record.class));
}

test('6: a note of a vault never goes without its own consent or a listed exception', lasting, () => {
  let went = 0;
  fc.assert(
    fc.property(world, fc.constantFrom('counseling-note' as const, 'psychotherapy-note' as const), (any, vault) => {
      const { facts, record } = alone({ ...any, records: any.records.map((one) => ({ ...one, class: vault })) });
      if (released(facts).size === 0) return;
      went += 1;
      expect(vaultMayOpen(facts, record), rule(facts).reason).toBe(true);
    }),
    runs,
  );
  expect(went).toBeGreaterThan(runs.numRuns / 500);
});

test('7: unknown provenance counts as Part 2, is in no consent’s reach, and still goes in an emergency with its five facts', lasting, () => {
  fc.assert(
    fc.property(world, (facts) => {
      const status = (part2: 'yes' | 'unknown') => rule({ ...facts, records: facts.records.map((record) => ({ ...record, part2 })) });
      expect(status('unknown')).toEqual(status('yes'));
      const orphan = alone({ ...facts, records: facts.records.map((record) => ({ ...record, programId: null, part2: 'no' as const })) }).facts;
      const decision = rule(orphan);
      if (decision.released.length > 0) expect(onConsent.has(decision.reason) || /^(HIPAA|INTRA)/.test(decision.reason)).toBe(false);
      if (decision.reason === 'EMERGENCY_2_51') expect(decision.obligations).toContain('emergency-record');
    }),
    runs,
  );
});

const families = [['SUD', 'ETH', 'ETHUD', 'OPIOIDUD', '42CFRPart2CD'], ['MH', 'PSY', 'BH'], ['HIV']];
const meets = (labels: readonly string[], out: readonly string[]) =>
  labels.some((label) => out.includes(label) || families.some((family) => family.includes(label) && family.some((one) => out.includes(one))));

test('8: on consent, every label is allowed; where two consents disagree, deny wins unless the later replaces the earlier', lasting, () => {
  fc.assert(
    fc.property(world, (any) => {
      const { facts, record } = alone({ ...any, purpose: 'TREAT', actor: { ...any.actor, kind: 'outside' } });
      const decision = rule(facts);
      const ground = facts.consents.find(({ id }) => decision.restsOn.includes(id));
      if (decision.released.length === 0 || !ground) return;
      expect(meets(record.labels, ground.scope.excludedLabels)).toBe(false);
      for (const other of facts.consents) {
        const sameParty = other.recipients.some(
          (one) => one.kind === 'named' && one.partyId === facts.recipient?.partyId && facts.recipient.via?.kind !== 'intermediary',
        );
        const lives = other.expiry.kind === 'none';
        const replaced = ground.supersedes === other.id && ground.signer === other.signer && Temporal.Instant.compare(ground.signedAt, other.signedAt) > 0;
        if (other === ground || !sameParty || !lives || replaced || !other.purposes.includes('TREAT')) continue;
        expect(meets(record.labels, other.scope.excludedLabels)).toBe(false);
      }
    }),
    runs,
  );
});

test('9: what goes tells of nothing that stays: each mention is named for redaction', lasting, () => {
  fc.assert(
    fc.property(world, (facts) => {
      const decision = rule(facts);
      const going = new Set(decision.released);
      const mentions = facts.records
        .filter(({ id }) => going.has(id))
        .flatMap(({ id, references }) => references.map(({ recordId, part }) => `${id} ${part} ${recordId}`));
      const left = mentions.filter((mention) => !decision.redactions.some(({ recordId, part, of }) => mention === `${recordId} ${part} ${of}`));
      expect(left.filter((mention) => !going.has(mention.split(' ')[2] ?? ''))).toEqual([]);
      expect(decision.released.length + decision.withheld.length).toBe(facts.records.length);
      expect(decision.withheld.filter(({ reason }) => isPermit(reason))).toEqual([]);
    }),
    runs,
  );
});

test('10: the same facts give the same decision and hash, also from a file', lasting, () => {
  fc.assert(
    fc.property(world, (facts) => {
      const once = decide(facts);
      expect(decide(facts)).toEqual(once);
      expect(decide(readFacts(JSON.parse(JSON.stringify(facts))))).toEqual(once);
    }),
    runs,
  );
});

const isComplete = ({ recipientName, recipientFacility, discloserName, disclosedAt, nature }: EmergencyFacts) =>
  [recipientName, recipientFacility, discloserName, nature].every((text) => text.trim() !== '') && disclosedAt !== null;

const isBonaFide = (emergency: EmergencyFacts) =>
  isComplete(emergency) && !emergency.refusedByPatient && emergency.kind === 'medical' && emergency.consentUnobtainable && emergency.recipientIsMedical;

test('11: break-glass needs no consent on file, and completes only with its five facts', lasting, () => {
  fc.assert(
    fc.property(world, anyEmergency, (any, emergency) => {
      const { facts, record } = alone({ ...any, purpose: 'ETREAT', emergency, consents: [], restrictions: [] });
      const went = released(facts).size > 0;
      if (went) expect(isComplete(emergency) && !emergency.refusedByPatient).toBe(true);
      const ordinary = ![...vaultClasses, 'group-roster'].includes(record.class);
      const toMedics = facts.recipient?.kind === 'provider' && (facts.actor.kind === 'outside' || facts.actor.kind === 'staff');
      if (isBonaFide(emergency) && ordinary && toMedics) expect(went).toBe(true);
    }),
    runs,
  );
});

test('15: an outsider who gets nothing gets the same bytes, whoever was asked about and whatever is on file', lasting, () => {
  const bytes = JSON.stringify(constantReply);
  fc.assert(
    fc.property(world, (any) => {
      const facts: Facts = { ...any, actor: { ...any.actor, kind: 'outside' } };
      for (const asked of [
        facts,
        { ...facts, records: [] },
        { ...facts, records: facts.records.map((record) => ({ ...record, programId: 'G', part2: 'no' as const, labels: [] })) },
      ]) {
        const decision = decide(asked);
        if (decision.released.length === 0) expect(JSON.stringify(replyToAsker(asked, decision))).toBe(bytes);
      }
    }),
    runs,
  );
});
