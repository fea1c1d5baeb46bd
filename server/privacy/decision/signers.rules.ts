import { silence } from '../jurisdictions/resolve.rules.ts';
import type { ConsentFacts, ConsentSigner, PurposeOfUse } from './facts.ts';
import { isPart2, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { PatientFacts, RecordFacts } from './request.ts';

/** Who decides on a minor's record: the minor alone, a parent, or both together. A rule that ran out or is missing decides nothing. */
export type Control = 'minor' | 'both' | 'parent' | 'RULE_EXPIRED' | 'RULE_MISSING';

/** Whether the patient is under the age of majority today and not emancipated; the code when no rule answers. */
export function isMinor(question: Question): boolean | 'RULE_EXPIRED' | 'RULE_MISSING' {
  if (question.facts.patient.emancipated) return false;
  const majority = question.rule('age-of-majority');
  if (majority.state !== 'current' || typeof majority.value !== 'number') return silence(majority) ?? 'RULE_MISSING';
  return Temporal.PlainDate.compare(question.today(), question.turns(majority.value)) < 0;
}

/** Who decides on this minor's record today. 42 CFR 2.14(b)-(c); 45 CFR 164.502(g)(3); ages from the jurisdiction pack. */
export function controlOf(question: Question, record: RecordFacts, part2 = isPart2(record)): Control {
  if (record.minorConsentedAlone) return 'minor';
  const gate = question.rule(ageRule(part2));
  if (gate.state !== 'current') return silence(gate) ?? 'RULE_MISSING';
  const mayConsentAlone = typeof gate.value === 'number' && Temporal.PlainDate.compare(question.today(), question.turns(gate.value)) >= 0;
  if (part2) return mayConsentAlone ? 'minor' : 'both';
  return mayConsentAlone ? accessByState(question) : 'parent';
}

const ageRule = (part2: boolean) => (part2 ? 'minor-substance-use-consent-age' : 'minor-mental-health-consent-age');

/** What a state says of a minor who could have consented to mental health care, but did not alone. */
function accessByState(question: Question): Control {
  const access = question.rule('parent-access-mental-health');
  if (access.state !== 'current') return silence(access) ?? 'RULE_MISSING';
  return access.value === 'minor' || access.value === 'both' ? access.value : 'parent';
}

const parental: readonly ConsentSigner[] = ['parent', 'guardian'];

function signedBy(consent: ConsentFacts): readonly ConsentSigner[] {
  return consent.cosigners ? [consent.signer, ...consent.cosigners] : [consent.signer];
}

/** What is wrong with the signatures of a minor's consent. A record that only a label makes a Part 2 record keeps the state's rule besides: a label never opens anything. */
function minorSignatures(question: Question, record: RecordFacts, consent: ConsentFacts): ReasonCode | undefined {
  const byLabelOnly = isPart2(record) && !isPart2({ ...record, labels: [] });
  return signaturesUnder(question, record, consent, isPart2(record)) ?? (byLabelOnly ? signaturesUnder(question, record, consent, false) : undefined);
}

function signaturesUnder(question: Question, record: RecordFacts, consent: ConsentFacts, part2: boolean): ReasonCode | undefined {
  const control = controlOf(question, record, part2);
  if (control === 'RULE_EXPIRED' || control === 'RULE_MISSING') return control;
  const signers = signedBy(consent);
  const byMinor = signers.includes('minor-patient') || signers.includes('patient');
  const byParent = signers.some((signer) => parental.includes(signer));
  if (control === 'minor') return byMinor && wasOldEnough(question, record, consent, part2) ? undefined : 'MINOR_CONTROLS';
  if (control === 'both') return byMinor && byParent ? undefined : 'MINOR_AND_PARENT';
  return byParent ? undefined : 'SIGNER_INVALID';
}

/** Whether the minor had the age of consent on the day of signing; a finding in the record stands for an age. */
function wasOldEnough(question: Question, record: RecordFacts, consent: ConsentFacts, part2 = isPart2(record)): boolean {
  if (record.minorConsentedAlone) return true;
  const gate = question.rule(ageRule(part2));
  if (gate.state !== 'current' || typeof gate.value !== 'number') return false;
  return Temporal.PlainDate.compare(signedOn(question, consent), question.turns(gate.value)) >= 0;
}

function signedAsAdult(question: Question, consent: ConsentFacts): boolean {
  if (question.facts.patient.emancipated) return true;
  const majority = question.rule('age-of-majority');
  if (majority.state !== 'current' || typeof majority.value !== 'number') return false;
  return Temporal.PlainDate.compare(signedOn(question, consent), question.turns(majority.value)) >= 0;
}

function signedOn(question: Question, consent: ConsentFacts): Temporal.PlainDate {
  return consent.signedAt.toZonedDateTimeISO(question.facts.timeZone).toPlainDate();
}

/** Which adults each signer may sign for; what is missing may sign for none. A parent's part has ended. */
const adultSigners: Partial<Record<ConsentSigner, readonly PatientFacts['capacity'][]>> = {
  patient: ['capable', 'incapable'],
  'minor-patient': ['capable', 'incapable'],
  guardian: ['adjudicated'],
  'personal-representative': ['adjudicated'],
  'program-director': ['incapable'],
};

function adultSignature(question: Question, record: RecordFacts, consent: ConsentFacts): ReasonCode | undefined {
  const { signer } = consent;
  if (signer === 'parent') return 'PROXY_ENDED';
  if (!adultSigners[signer]?.includes(question.facts.patient.capacity)) return 'SIGNER_INVALID';
  if (signer === 'program-director') return directorMaySign(question, question.purpose);
  if (signer !== 'patient' && signer !== 'minor-patient') return undefined;
  const couldSign = signedAsAdult(question, consent) || wasOldEnough(question, record, consent);
  return couldSign ? undefined : 'SIGNER_INVALID';
}

function directorMaySign(question: Question, purpose: PurposeOfUse): ReasonCode | undefined {
  const answer = question.rule('director-may-sign-for');
  if (answer.state !== 'current') return silence(answer);
  return (answer.value as readonly PurposeOfUse[]).includes(purpose) ? undefined : 'SIGNER_INVALID';
}

/** After death: the personal representative, and without one the spouse or family (42 CFR 2.15(b)(2)). What the patient signed stands. */
function signatureForDeceased(question: Question, consent: ConsentFacts): ReasonCode | undefined {
  if (consent.signer === 'patient' || consent.signer === 'personal-representative') return undefined;
  if (consent.signer !== 'next-of-kin' || question.facts.patient.hasPersonalRepresentative) return 'SIGNER_INVALID';
  const answer = question.rule('kin-may-sign-for-deceased');
  if (answer.state !== 'current') return silence(answer);
  return answer.value === true ? undefined : 'SIGNER_INVALID';
}

/** Why the signature does not hold for this record today; undefined when it does. Asked at each release: a birthday may have passed since. */
export function signatureFault(question: Question, record: RecordFacts, consent: ConsentFacts): ReasonCode | undefined {
  if (question.facts.patient.deceased) return signatureForDeceased(question, consent);
  const minor = isMinor(question);
  if (typeof minor === 'string') return minor;
  return minor ? minorSignatures(question, record, consent) : adultSignature(question, record, consent);
}
