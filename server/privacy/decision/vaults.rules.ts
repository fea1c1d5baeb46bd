import type { ConsentFacts, Obligation, PurposeOfUse, RecordClass } from './facts.ts';
import { consentFor, consentObligations } from './consent.rules.ts';
import { orderFor } from './orders.rules.ts';
import { isInsideUse, isPart2, isStrangerAsking, isVault, worksInProgram, type Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecordFacts } from './request.ts';
import { forbid, permit, type Rule, type Verdict } from './verdict.ts';

type Vault = 'counseling-note' | 'psychotherapy-note';

/** The vaults that a record is in: by what it is, and by labels put on anything else. */
function vaultsOf({ class: recordClass, labels }: RecordFacts): readonly Vault[] {
  const counseling = recordClass === 'counseling-note' || labels.includes('sud-counseling-note');
  const psychotherapy = recordClass === 'psychotherapy-note' || labels.includes('psychotherapy-note') || labels.includes('PSYTHPN') || labels.includes('HIPAAPsyNotes');
  return [...(counseling ? (['counseling-note'] as const) : []), ...(psychotherapy ? (['psychotherapy-note'] as const) : [])];
}

const names = (classes: ConsentFacts['scope']['classes'], vault: RecordClass) => classes !== 'all' && classes.includes(vault) && classes.every(isVault);

/** A consent of its own: counseling notes by their kind, psychotherapy notes by an authorization for nothing else (42 CFR 2.31(b); 45 CFR 164.508(b)(3)(ii)). */
function ownConsent(question: Question, record: RecordFacts, vault: Vault): ReturnType<typeof consentFor> {
  return consentFor(question, { ...record, class: vault }, (_question, _record, { kind, scope }) => {
    const right = kind === 'counseling-notes' || (vault === 'psychotherapy-note' && kind === 'specific');
    if (!right) return 'NO_CONSENT';
    return names(scope.classes, vault) || kind === 'counseling-notes' ? undefined : 'CONSENT_COMBINED';
  });
}

type Exception = (question: Question, record: RecordFacts, vault: Vault) => Verdict | undefined;

const works = (question: Question, record: RecordFacts) => isInsideUse(question) && worksInProgram(question, record) && record.originatorId !== null;

/** The exceptions that take no consent: 42 CFR 2.31(b)(1)(i)-(ii); 45 CFR 164.508(a)(2). Each vault has its own list. */
const exceptions: Partial<Record<PurposeOfUse, Exception>> = {
  TREAT: (question, record) =>
    works(question, record) && record.originatorId === question.facts.actor.id ? permit('vault', 'ORIGINATOR', ['minimum-necessary']) : undefined,
  TRAIN: (question, record) => {
    const { id, supervises } = question.facts.actor;
    const trains = record.originatorId === id || supervises.includes(record.originatorId ?? '');
    return works(question, record) && trains ? permit('vault', 'PROGRAM_TRAINING', ['minimum-necessary']) : undefined;
  },
  HLEGAL: (question, record) => {
    if (orderFor(question, record)?.confidentialCommunications) return permit('legal', 'ORDER_OK', []);
    return question.facts.legal?.broughtByPatient ? permit('legal', 'DEFENCE', []) : undefined;
  },
  AUDIT: ({ facts }, { originatorId }) => (originatorId !== null && facts.audit?.originatorId === originatorId ? permit('audit', 'AUDIT_OK', []) : undefined),
  REPORT: ({ facts }) => (facts.report?.kind === 'cause-of-death' ? permit('report', 'CAUSE_OF_DEATH', []) : undefined),
  THREAT: (_question, record, vault) => (vault === 'psychotherapy-note' && !isPart2(record) ? permit('hipaa', 'HIPAA_THREAT', []) : undefined),
};

function exception(question: Question, record: RecordFacts, vault: Vault): Verdict | undefined {
  return exceptions[question.purpose]?.(question, record, vault);
}

/** In proceedings a vault takes the findings of 42 CFR 2.63 in an order, or consents of its own kinds. */
function shutInProceedings({ facts: { orders, legal } }: Question, missing: ReasonCode): Verdict {
  const otherwise = legal?.subpoena ? 'SUBPOENA_WITHOUT_ORDER' : missing;
  return forbid(orders.length > 0 ? 'CONFIDENTIAL_COMMUNICATIONS' : otherwise, ['constant-reply', 'human-review']);
}

const isPatientSide = ({ facts: { actor, recipient } }: Question) => actor.kind === 'patient' || actor.kind === 'representative' || recipient?.kind === 'patient';

/** Why a vault stays shut, in the words of who asks. */
function shut(question: Question, record: RecordFacts, vault: Vault, fault: ReasonCode): Verdict {
  const missing = vault === 'counseling-note' ? 'CN_CONSENT_REQUIRED' : 'PSYCHOTHERAPY_AUTHORIZATION_REQUIRED';
  if (question.purpose === 'HLEGAL') return shutInProceedings(question, missing);
  if (isPatientSide(question)) return forbid('COUNSELING_NOTE_REVIEW', ['human-review']);
  if (isInsideUse(question) && worksInProgram(question, record)) return forbid('NOT_ORIGINATOR', ['human-review']);
  const obligations: Obligation[] = [];
  if (isStrangerAsking(question, record)) obligations.push('constant-reply');
  if (question.purpose === 'TREAT') obligations.push('information-blocking-exception');
  if (fault === 'REVOKED') obligations.push('stop-queued');
  return forbid(fault === 'NO_CONSENT' || fault === 'OUT_OF_SCOPE' ? missing : fault, obligations);
}

/** The two vaults stay shut to every lane until a consent of their own or a listed exception opens them. */
export const vaultGate: Rule = (question, record) => {
  for (const vault of vaultsOf(record)) {
    if (exception(question, record, vault)) continue;
    const answer = ownConsent(question, record, vault);
    if ('fault' in answer) return shut(question, record, vault, answer.fault);
  }
  return undefined;
};

/** A note in a vault goes by its own ways only: originator, training, its own consent. */
export const vaultLane: Rule = (question, record) => {
  if (!isVault(record.class)) return undefined;
  const vault = record.class === 'counseling-note' ? 'counseling-note' : 'psychotherapy-note';
  const excepted = exception(question, record, vault);
  if (excepted?.lane === 'vault') return excepted;
  if (excepted || question.purpose === 'HLEGAL') return undefined;
  const answer = ownConsent(question, record, vault);
  if ('fault' in answer) return undefined;
  const obligations = isInsideUse(question) && worksInProgram(question, record) ? (['minimum-necessary'] as const) : consentObligations(question, record);
  return permit('vault', vault === 'counseling-note' ? 'CN_OK' : 'PSYCHOTHERAPY_OK', obligations, { restsOn: [answer.consent.id] });
};
