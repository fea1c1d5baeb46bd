import { isTpo, isVault, type Question } from './question.rules.ts';
import { agreementHolds } from './recipients.rules.ts';
import type { AgreementFacts, RecordFacts } from './request.ts';
import { forbid, permit, type Rule } from './verdict.ts';

/** A lawful holder that is no covered entity passes on to contractors bound by contract only; others to services bound by QSOA or BAA. */
function kindFits({ facts: { holder } }: Question, { kind }: AgreementFacts): boolean {
  return holder === 'other' ? kind === 'contract' : kind === 'qsoa' || kind === 'baa';
}

function bound(question: Question, agreement: AgreementFacts | null, record: RecordFacts): agreement is AgreementFacts {
  return agreement !== null && kindFits(question, agreement) && agreementHolds(question, agreement, record.class);
}

/** Services to the program, bound in writing, hear what they need for it (42 CFR 2.11, 2.12(c)(4)). */
export const service: Rule = (question, record) => {
  const { recipient, holder } = question.facts;
  if (recipient?.kind !== 'vendor' || isVault(record.class) || !isTpo(question.purpose)) return undefined;
  if (!bound(question, recipient.agreement, record)) return undefined;
  const restsOn = [recipient.agreement.id];
  if (holder !== 'other') return permit('service', 'QSO_OK', ['minimum-necessary', 'agreement-cited'], { restsOn });
  return question.purpose === 'TREAT' ? undefined : permit('service', 'CONTRACTOR_OK', ['notice', 'minimum-necessary', 'agreement-cited'], { restsOn });
};

/** No service and no exchange that carries records runs without a current agreement, whatever consent there is. */
export const serviceGate: Rule = (question, record) => {
  const { recipient } = question.facts;
  if (recipient?.kind === 'vendor' && !bound(question, recipient.agreement, record)) return forbid('NO_QSOA', ['agreement-cited']);
  const { via } = recipient ?? {};
  if (via?.kind !== 'business-associate') return undefined;
  return bound(question, via.agreement, record) ? undefined : forbid('NO_QSOA', ['agreement-cited'], ['emergency']);
};
