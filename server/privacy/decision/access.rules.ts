import { isPart2, type Question } from './question.rules.ts';
import type { RecordFacts } from './request.ts';
import { controlOf, isMinor } from './signers.rules.ts';
import { forbid, lacks, permit, type Rule, type Verdict } from './verdict.ts';

const asksForOwn = ({ facts: { purpose } }: Question) => purpose === 'PATRQT' || purpose === 'FAMRQT';

/** Patients have their own record without consent, notice or accounting (42 CFR 2.23; 45 CFR 164.524). Vaults and group lists have gates of their own. */
export const patientAccess: Rule = (question) => {
  const { actor, recipient, patient, purpose } = question.facts;
  const looks = recipient === null && actor.kind === 'patient' && actor.id === patient.id;
  const isGiven = recipient?.kind === 'patient' && recipient.partyId === patient.id && actor.kind !== 'outside';
  if (purpose !== 'PATRQT' || !(looks || isGiven)) return undefined;
  return permit('patient', 'PATIENT_ACCESS', []);
};

/** Whoever signs in as a patient has that patient's record only, and proved who they are. */
export const patientGate: Rule = (question) => {
  const { actor, patient, recipient } = question.facts;
  if (recipient?.kind === 'patient' && recipient.partyId !== patient.id) return forbid('NOT_THE_PATIENT', ['constant-reply']);
  if (actor.kind === 'patient') {
    if (actor.id !== patient.id) return forbid('NOT_THE_PATIENT', ['constant-reply']);
    return actor.identityVerified ? undefined : forbid('IDENTITY_NOT_VERIFIED', ['constant-reply']);
  }
  if (actor.kind !== 'representative') return undefined;
  if (!actor.identityVerified) return forbid('IDENTITY_NOT_VERIFIED', ['constant-reply']);
  return actor.authorityInForce ? undefined : forbid('AUTHORITY_NOT_IN_FORCE', ['constant-reply']);
};

/** A parent and the record of a minor (42 CFR 2.14; 45 CFR 164.502(g)(3)). */
function parentOfMinor(question: Question, record: RecordFacts): Verdict {
  const control = controlOf(question, record);
  if (control === 'RULE_EXPIRED' || control === 'RULE_MISSING') return lacks('representative', control, ['constant-reply', 'human-review']);
  if (question.facts.patient.threatJudged) return permit('representative', 'MINOR_THREAT', ['minimum-necessary', 'human-review']);
  if (control === 'parent') return permit('representative', 'REPRESENTATIVE_ACCESS', []);
  return lacks('representative', control === 'minor' ? 'MINOR_CONTROLS' : 'MINOR_AND_PARENT', ['constant-reply']);
}

/** Who stands in for an adult: whom a court named, or after death the personal representative (42 CFR 2.15). */
function standsIn({ facts: { actor, patient } }: Question, record: RecordFacts): boolean {
  if (patient.deceased) return actor.relation === 'personal-representative';
  if (patient.capacity === 'adjudicated') return actor.relation === 'guardian' || actor.relation === 'personal-representative';
  // For somebody unable for now Part 2 lets the director consent for payment only; HIPAA follows the state's law of agents.
  return patient.capacity === 'incapable' && actor.relation === 'personal-representative' && !isPart2(record);
}

/** Representatives see what the one they stand in for may see. */
export const representativeAccess: Rule = (question, record) => {
  const { actor, recipient, patient } = question.facts;
  if (actor.kind !== 'representative' || recipient !== null || !asksForOwn(question)) return undefined;
  if (standsIn(question, record)) return permit('representative', 'REPRESENTATIVE_ACCESS', []);
  if (patient.deceased || (actor.relation !== 'parent' && actor.relation !== 'guardian')) return undefined;
  const minor = isMinor(question);
  if (typeof minor === 'string') return lacks('representative', minor, ['constant-reply', 'human-review']);
  return minor ? parentOfMinor(question, record) : lacks('representative', 'PROXY_ENDED', ['constant-reply']);
};
