import { silence } from '../jurisdictions/resolve.rules.ts';
import type { RecordClass } from './facts.ts';
import { consentFor, consentObligations } from './consent.rules.ts';
import { isPart2, isVault, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecipientKind, RecordFacts, RegistryFacts, ReportFacts } from './request.ts';
import { lacks, permit, type Rule, type Verdict } from './verdict.ts';

const accounted = ['hipaa-accounting', 'minimum-necessary'] as const;

/** The classes that a rule of the pack lists; a rule that ran out or is missing lists none and says so. */
function listed(question: Question, code: string, recordClass: RecordClass): ReasonCode | boolean {
  const answer = question.rule(code);
  return answer.state === 'current' ? (answer.value as readonly RecordClass[]).includes(recordClass) : (silence(answer) ?? false);
}

/** A refusal for which a task waits: the exception queue. */
function refused(reason: ReasonCode): Verdict {
  return lacks('report', reason, ['human-review']);
}

/** Prescription monitoring: state law orders it, and for Part 2 records the patient consented (42 CFR 2.36). */
function prescriptionMonitoring(question: Question, record: RecordFacts): Verdict {
  const law = question.rule('pdmp-reporting');
  if (law.state === 'expired') return refused('RULE_EXPIRED');
  if (law.state !== 'current' || law.value !== true) return refused('PDMP_NO_LAW');
  const fits = listed(question, 'pdmp-classes', record.class);
  if (fits !== true) return refused(fits === false ? 'OUT_OF_SCOPE' : fits);
  if (!isPart2(record)) return permit('report', 'HIPAA_LAW', ['hipaa-accounting'], { citation: '45 CFR 164.512(a)' });
  const answer = consentFor(question, record);
  if ('fault' in answer) return refused(answer.fault === 'NO_CONSENT' ? 'PDMP_CONSENT' : answer.fault);
  return permit('consent', 'PDMP_OK', consentObligations(question, record), { restsOn: [answer.consent.id] });
}

type Report = { readonly hears: readonly RecipientKind[]; readonly judge: (question: Question, record: RecordFacts) => Verdict };

/** Which reports there are, who hears them, and what each may hold. */
const kinds: Record<ReportFacts['kind'], Report> = {
  'child-abuse': { hears: ['child-protection', 'law-enforcement'], judge: () => permit('report', 'MANDATED_REPORT', accounted) },
  'crime-on-premises': {
    hears: ['law-enforcement'],
    judge: (question, record) => {
      const fits = listed(question, 'crime-report-classes', record.class);
      if (fits === true) return permit('report', 'CRIME_REPORT', accounted);
      return refused(fits === false ? 'CRIME_REPORT_LIMIT' : fits);
    },
  },
  'cause-of-death': {
    hears: ['coroner', 'public-health-authority'],
    judge: ({ facts }) => (facts.patient.deceased ? permit('report', 'CAUSE_OF_DEATH', accounted) : refused('REPORT_NOT_ORDERED')),
  },
  'prescription-monitoring': { hears: ['pdmp'], judge: prescriptionMonitoring },
  'other-law': {
    hears: ['public-health-authority', 'law-enforcement', 'court', 'coroner', 'child-protection', 'auditor'],
    judge: (_question, record) => (isPart2(record) ? refused('REPORT_NOT_ORDERED') : permit('report', 'HIPAA_LAW', accounted, { citation: '45 CFR 164.512(a)' })),
  },
};

/** Reports that a law orders: child abuse, crime on the premises, cause of death, prescriptions (42 CFR 2.12(c)(5)-(6), 2.15(b), 2.36). */
export const reports: Rule = (question, record) => {
  const { purpose, recipient, report } = question.facts;
  if (purpose !== 'REPORT') return undefined;
  if (recipient === null || report === null) return refused('REPORT_NOT_ORDERED');
  if (isVault(record.class) && report.kind !== 'cause-of-death') return undefined;
  const { hears, judge } = kinds[report.kind];
  if (!hears.includes(recipient.kind)) return refused('REPORT_NOT_ORDERED');
  return report.stage === 'follow-up' ? lacks('report', 'ORIGINAL_RECORDS_PROTECTED', ['constant-reply', 'human-review']) : judge(question, record);
};

/** What the event and the distance lack (42 CFR 2.34(a)(1), (a)). */
function occasionFault(question: Question, { event, miles }: RegistryFacts): ReasonCode | undefined {
  const [events, distance] = [question.rule('registry-events'), question.rule('registry-distance-miles')];
  const silent = silence(events) ?? silence(distance);
  if (silent || events.state !== 'current' || distance.state !== 'current') return silent;
  if (!(events.value as readonly string[]).includes(event)) return 'REGISTRY_EVENT';
  // Not "farther than": a distance that is no number is no distance.
  return miles <= Number(distance.value) ? undefined : 'REGISTRY_DISTANCE';
}

/** What a registry or a nearby program may hear; undefined when all fits (42 CFR 2.34(a)). */
function registryFault(question: Question, record: RecordFacts): ReasonCode | undefined {
  const { registry, recipient } = question.facts;
  if (registry === null) return 'REGISTRY_EVENT';
  if (recipient?.kind !== 'central-registry' && recipient?.kind !== 'part2-program') return 'RECIPIENT_NOT_NAMED';
  const fits = listed(question, 'registry-classes', record.class);
  return occasionFault(question, registry) ?? (fits === true ? undefined : fits === false ? 'REGISTRY_CONTENT' : fits);
}

/** Central registries, to prevent being enrolled twice: on a consent that names them (42 CFR 2.34). */
export const registryLane: Rule = (question, record) => {
  if (question.purpose !== 'REGISTRY' || isVault(record.class)) return undefined;
  const answer = consentFor(question, record);
  if ('fault' in answer) return lacks('consent', answer.fault, answer.fault === 'REVOKED' ? ['stop-queued'] : []);
  const fault = registryFault(question, record);
  return fault ? lacks('consent', fault) : permit('consent', 'REGISTRY_OK', consentObligations(question, record), { restsOn: [answer.consent.id] });
};
