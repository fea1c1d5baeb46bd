import { isVault, type Question } from './question.rules.ts';
import type { EmergencyFacts } from './request.ts';
import { forbid, lacks, permit, type Rule } from './verdict.ts';

/** Which of the five facts of 42 CFR 2.51(c) are not yet written down. */
export function missingEmergencyFacts(emergency: EmergencyFacts): readonly string[] {
  const { recipientName, recipientFacility, discloserName, disclosedAt, nature } = emergency;
  const written = { recipientName, recipientFacility, discloserName, nature };
  const missing = Object.entries(written).flatMap(([name, text]) => (text.trim() === '' ? [name] : []));
  return disclosedAt === null ? [...missing, 'disclosedAt'] : missing;
}

const sections = { medical: '42 CFR 2.51(a)(1)', 'declared-disaster': '42 CFR 2.51(a)(2)', fda: '42 CFR 2.51(b)' } as const;

/** Whether the emergency replaces consent: it cannot be obtained, or the program is closed in a declared disaster, or the FDA warns of a danger. */
function replacesConsent({ kind, consentUnobtainable, programClosed }: EmergencyFacts): boolean {
  if (kind === 'declared-disaster') return programClosed;
  return kind === 'fda' || consentUnobtainable;
}

function reachesMedics({ facts: { recipient } }: Question, { kind, recipientIsMedical }: EmergencyFacts): boolean {
  return kind === 'fda' ? recipient?.kind === 'fda' : recipientIsMedical;
}

/** A medical emergency (42 CFR 2.51). Part 2 or not, known program or not: what is needed goes, with the five facts in the chart. */
export const emergency: Rule = (question, record) => {
  const { emergency: facts, actor, purpose } = question.facts;
  if (purpose !== 'ETREAT' || isVault(record.class)) return undefined;
  if (facts === null) return lacks('emergency', 'NO_EMERGENCY', actor.kind === 'outside' ? ['constant-reply'] : ['human-review']);
  if (!reachesMedics(question, facts)) return lacks('emergency', 'NOT_MEDICAL_PERSONNEL', ['human-review']);
  if (!replacesConsent(facts)) return lacks('emergency', 'CONSENT_OBTAINABLE', ['human-review']);
  return permit('emergency', 'EMERGENCY_2_51', ['emergency-record', 'minimum-necessary', 'labels-stay'], { citation: sections[facts.kind] });
};

/** An emergency that was begun is finished: without its five facts, or against the word of a patient able to decide, nothing goes by any lane. */
export const emergencyGate: Rule = (question) => {
  const { emergency: facts, purpose } = question.facts;
  if (facts === null || purpose !== 'ETREAT') return undefined;
  if (facts.refusedByPatient) return forbid('REFUSED_IN_EMERGENCY', ['human-review']);
  return missingEmergencyFacts(facts).length > 0 ? forbid('E5_INCOMPLETE', ['human-review']) : undefined;
};
