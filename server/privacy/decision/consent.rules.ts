import type { ConsentFacts, ConsentKind, Obligation, PurposeOfUse } from './facts.ts';
import { isExcluded } from './labels.rules.ts';
import { isPart2, isTpo, isVault, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import { recipientFault } from './recipients.rules.ts';
import type { RecordFacts } from './request.ts';
import { signatureFault } from './signers.rules.ts';

type Fault = ReasonCode | undefined;
type Check = (question: Question, record: RecordFacts, consent: ConsentFacts) => Fault;

/** Kinds of consent that can answer a purpose; one never implies another (42 CFR 2.31, 2.33-2.36). */
const kindsFor: Record<PurposeOfUse, readonly ConsentKind[]> = {
  TREAT: ['tpo', 'specific'],
  ETREAT: ['tpo', 'specific'],
  HPAYMT: ['tpo', 'specific'],
  HOPERAT: ['tpo', 'specific'],
  TRAIN: ['specific'],
  PATRQT: ['specific'],
  FAMRQT: ['specific'],
  HLEGAL: ['legal-proceeding'],
  HRESCH: ['research'],
  PUBHLTH: ['specific'],
  AUDIT: ['specific'],
  REGISTRY: ['central-registry'],
  REPORT: ['pdmp'],
  EMPLOY: ['specific'],
  FUNDRAISE: ['tpo', 'specific'],
  CRIMJUST: ['criminal-justice'],
  THREAT: ['specific'],
};

const kind: Check = ({ facts }, _record, consent) => (kindsFor[facts.purpose].includes(consent.kind) ? undefined : 'NO_CONSENT');

const discloser: Check = (_question, { programId }, { disclosers }) => {
  if (programId === null) return 'PROVENANCE_UNKNOWN';
  return disclosers.includes(programId) ? undefined : 'DISCLOSER_NOT_NAMED';
};

const recipient: Check = (question, _record, consent) => {
  // Fundraising by the organisation itself has no recipient.
  if (question.purpose === 'FUNDRAISE' && question.facts.recipient === null) return undefined;
  return recipientFault(question, consent);
};

/** A single consent for treatment, payment and operations carries fundraising as an operation (45 CFR 164.501). */
const purpose: Check = (question, _record, { kind: consentKind, purposes }) => {
  const named = purposes.includes(question.purpose) || (question.purpose === 'FUNDRAISE' && consentKind === 'tpo' && purposes.includes('HOPERAT'));
  return named ? undefined : 'PURPOSE_NOT_NAMED';
};

const whole: Check = (_question, _record, { missingElements }) => (missingElements.length === 0 ? undefined : 'CONSENT_DEFICIENT');

/** What may not stand on one form: proceedings with anything else (2.31(d)); the two vaults with anything but each other (2.31(b)(2)-(3)). */
const alone: Check = (_question, _record, { kind: consentKind, purposes, scope }) => {
  if (consentKind === 'legal-proceeding' && purposes.some((listed) => listed !== 'HLEGAL')) return 'CONSENT_COMBINED';
  if (consentKind !== 'legal-proceeding' && purposes.includes('HLEGAL')) return 'CONSENT_COMBINED';
  if (consentKind === 'counseling-notes' && (scope.classes === 'all' || !scope.classes.every(isVault))) return 'CONSENT_COMBINED';
  return undefined;
};

const expiryNamed: Check = (_question, _record, { kind: consentKind, expiry }) => {
  const endless = expiry.kind === 'none' || expiry.kind === 'end-of-treatment';
  return (endless && consentKind !== 'tpo') || (expiry.kind === 'event' && expiry.event.trim() === '') ? 'EXPIRY_INVALID' : undefined;
};

const signature: Check = (question, record, consent) => {
  if (Temporal.Instant.compare(consent.signedAt, question.facts.at) > 0) return 'CONSENT_DEFICIENT';
  return signatureFault(question, record, consent);
};

/** A revocation on file counts whatever its moment: a release may have begun before it and must not commit after it (42 CFR 2.31(c)(3)). */
const standing: Check = (_question, _record, { kind: consentKind, revokedAt, irrevocableUntil }) => {
  if (revokedAt === null) return undefined;
  return consentKind === 'criminal-justice' && irrevocableUntil !== null ? undefined : 'REVOKED';
};

/** A day ends in the program's time zone; an event counts when it is recorded (42 CFR 2.31(a)(7), (c)(1)). */
const running: Check = (question, _record, { expiry }) => (hasExpired(question, expiry) ? 'EXPIRED' : undefined);

function hasExpired(question: Question, expiry: ConsentFacts['expiry']): boolean {
  switch (expiry.kind) {
    case 'date':
      return Temporal.PlainDate.compare(question.today(), expiry.lastDay) > 0;
    case 'event':
      return expiry.happenedAt !== null && Temporal.Instant.compare(expiry.happenedAt, question.facts.at) <= 0;
    case 'end-of-treatment':
      return expiry.endedAt !== null && Temporal.Instant.compare(expiry.endedAt, question.facts.at) <= 0;
    case 'none':
      return false;
  }
}

/** Vaults are in a scope only when it names them; a record without a date is outside a scope of dates. */
const scope: Check = (_question, record, { scope: described }) => {
  const named = described.classes === 'all' ? !isVault(record.class) : described.classes.includes(record.class);
  if (!named) return 'OUT_OF_SCOPE';
  if (described.from === null && described.to === null) return undefined;
  if (record.date === null) return 'OUT_OF_SCOPE';
  if (described.from !== null && Temporal.PlainDate.compare(record.date, described.from) < 0) return 'OUT_OF_SCOPE';
  return described.to !== null && Temporal.PlainDate.compare(record.date, described.to) > 0 ? 'OUT_OF_SCOPE' : undefined;
};

const labels: Check = (question, record, consent) => (isExcluded(question, record.labels, consent.scope.excludedLabels) ? 'LABEL_EXCLUDED' : undefined);

/** In the order in which a consent is read: the later it fails, the nearer it came, and the more its fault tells. */
const common: readonly Check[] = [discloser, recipient, purpose, whole, alone, expiryNamed, signature, standing, running, scope, labels];

/** A consent that holds, or how near it came and what it lacks. */
type Reading = { readonly consent: ConsentFacts; readonly fault: Fault; readonly steps: number };

function read(question: Question, record: RecordFacts, consent: ConsentFacts, kindCheck: Check): Reading {
  const wrongKind = kindCheck(question, record, consent);
  if (wrongKind) return { consent, fault: wrongKind, steps: 0 };
  for (const [step, check] of common.entries()) {
    const fault = check(question, record, consent);
    if (fault) return { consent, fault, steps: step + 1 };
  }
  return { consent, fault: undefined, steps: common.length + 1 };
}

/** Replaced by a later consent of the same signer that says so. A replaced consent never comes back, even when its successor is revoked. */
function isReplaced(consents: readonly ConsentFacts[], consent: ConsentFacts): boolean {
  return consents.some((later) => replaces(later, consent));
}

function replaces(later: ConsentFacts, earlier: ConsentFacts): boolean {
  return later.supersedes === earlier.id && later.signer === earlier.signer && Temporal.Instant.compare(later.signedAt, earlier.signedAt) > 0;
}

/**
 * Another consent to the same recipient and purpose leaves this content out: deny wins, unless a later one of the same signer replaces it.
 * What the patient left out stays out even when that consent is revoked; revoking never opens anything.
 */
function leftOutElsewhere(question: Question, record: RecordFacts, granting: ConsentFacts): boolean {
  return question.facts.consents.some((other) => {
    if (other === granting || other.scope.excludedLabels.length === 0 || replaces(granting, other)) return false;
    if (purpose(question, record, other) || recipient(question, record, other) || hasExpired(question, other.expiry)) return false;
    return isExcluded(question, record.labels, other.scope.excludedLabels);
  });
}

/** The consent on which this record may go, or the fault of the one that came nearest. */
export type ConsentAnswer = { readonly consent: ConsentFacts } | { readonly fault: ReasonCode; readonly nearest?: string };

/** A consent of another kind is no consent to this, and is not named. */
function faultOf({ fault = 'NO_CONSENT', consent, steps }: Reading): ConsentAnswer {
  return steps > 0 ? { fault, nearest: consent.id } : { fault };
}

/** Looks for a consent of the kinds that answer the purpose; `kindCheck` narrows them (the two vaults have their own). */
export function consentFor(question: Question, record: RecordFacts, kindCheck: Check = kind): ConsentAnswer {
  const { consents } = question.facts;
  let nearest: Reading | undefined;
  for (const consent of consents) {
    if (isReplaced(consents, consent)) continue;
    const reading = read(question, record, consent, kindCheck);
    if (reading.fault === undefined && !leftOutElsewhere(question, record, consent)) return { consent };
    const fault: Reading = reading.fault === undefined ? { ...reading, fault: 'LABEL_EXCLUDED' } : reading;
    if (nearest === undefined || fault.steps > nearest.steps) nearest = fault;
  }
  return nearest ? faultOf(nearest) : { fault: 'NO_CONSENT' };
}

/** What goes along with a disclosure on consent (42 CFR 2.32, 2.25; the minimum: 2.13(a)). Records outside Part 2 carry none of it. */
export function consentObligations(question: Question, record: RecordFacts): readonly Obligation[] {
  if (!isPart2(record)) return [];
  const common: readonly Obligation[] = ['notice', 'consent-copy', 'part2-accounting'];
  if (question.purpose === 'TREAT') return [...common, 'labels-stay', 'proceedings-ban-stays'];
  if (isTpo(question.purpose)) return [...common, 'minimum-necessary', 'labels-stay'];
  if (question.purpose === 'PATRQT' || question.purpose === 'FAMRQT') return common;
  if (question.purpose === 'REPORT') return [...common, 'hipaa-accounting'];
  return [...common, 'minimum-necessary'];
}
