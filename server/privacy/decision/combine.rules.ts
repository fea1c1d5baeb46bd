import { patientAccess, patientGate, representativeAccess } from './access.rules.ts';
import { consented } from './consented.rules.ts';
import { emergency, emergencyGate } from './emergency.rules.ts';
import { callerGate, labelGate, rosterGate, statementGate } from './gates.rules.ts';
import { hipaa, redisclosure } from './hipaa.rules.ts';
import { inside, roleGate } from './inside.rules.ts';
import { legal } from './legal.rules.ts';
import { auditLane, fundraising, publicHealth, researchLane, threat } from './oversight.rules.ts';
import { isPart2, type Question } from './question.rules.ts';
import { refusalObligations } from './refusal.rules.ts';
import { registryLane, reports } from './reports.rules.ts';
import type { RecordFacts } from './request.ts';
import { restrictionGate } from './restrictions.rules.ts';
import { service, serviceGate } from './services.rules.ts';
import { lacks, type Rule, type Verdict } from './verdict.ts';
import { vaultGate, vaultLane } from './vaults.rules.ts';

/** What forbids, the most telling first. Deny overrides. */
const gates: readonly Rule[] = [callerGate, patientGate, rosterGate, emergencyGate, serviceGate, vaultGate, restrictionGate, roleGate, labelGate, statementGate];

/** What permits, each one lane of the law. The first open one is the ground of a release. */
const lanes: readonly Rule[] = [
  patientAccess,
  representativeAccess,
  vaultLane,
  inside,
  hipaa,
  redisclosure,
  service,
  legal,
  researchLane,
  auditLane,
  publicHealth,
  reports,
  registryLane,
  fundraising,
  threat,
  consented,
  emergency,
];

function byDefault(record: RecordFacts): Verdict {
  if (record.programId === null) return lacks('consent', 'PROVENANCE_UNKNOWN');
  return lacks('consent', isPart2(record) ? 'NO_CONSENT' : 'NOT_AUTHORIZED');
}

function spared(gate: Verdict, verdict: Verdict): boolean {
  return verdict.lane !== 'gate' && gate.spares?.includes(verdict.lane) === true;
}

/** An agreed restriction that an emergency overrides binds the recipient by request (42 CFR 2.26; 45 CFR 164.522(a)(1)(iv)). */
function overridden(verdict: Verdict, shut: readonly Verdict[]): Verdict {
  const restricted = verdict.lane === 'emergency' && shut.some(({ reason }) => reason === 'RESTRICTED');
  return restricted ? { ...verdict, obligations: [...verdict.obligations, 'ask-not-to-use-further'] } : verdict;
}

/** The first open lane that every shut gate spares, or what stands nearest to one: a hold before a lack. */
function throughLanes(question: Question, record: RecordFacts, shut: readonly Verdict[]): Verdict | undefined {
  const closed: Verdict[] = [];
  for (const lane of lanes) {
    const verdict = lane(question, record);
    if (verdict?.effect === 'permit' && shut.every((gate) => spared(gate, verdict))) return overridden(verdict, shut);
    if (verdict && verdict.effect !== 'permit') closed.push(verdict);
  }
  return shut[0] ?? closed.find(({ effect }) => effect === 'hold') ?? closed.find(({ lane }) => lane === 'emergency') ?? closed[0];
}

/** One record's verdict: a gate that forbids, else the first open lane, else a hold, else what the nearest lane lacks. Denies by default. */
export function judge(question: Question, record: RecordFacts): Verdict {
  const shut: Verdict[] = [];
  for (const gate of gates) {
    const verdict = gate(question, record);
    if (verdict) shut.push(verdict);
    if (verdict && !verdict.spares?.length) return verdict;
  }
  const verdict = throughLanes(question, record, shut) ?? byDefault(record);
  return verdict.effect === 'permit' ? verdict : { ...verdict, obligations: refusalObligations(question, record, verdict) };
}
