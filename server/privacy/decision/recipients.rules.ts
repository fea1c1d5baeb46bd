import type { ConsentFacts, ConsentRecipient, PurposeOfUse, RecipientClass } from './facts.ts';
import type { Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecipientFacts, RecipientKind } from './request.ts';

type Fault = ReasonCode | undefined;

/** Whether an agreement holds today for this purpose and class. */
export function agreementHolds(question: Question, agreement: RecipientFacts['agreement'], recordClass: string): boolean {
  if (agreement === null) return false;
  const today = question.today();
  if (Temporal.PlainDate.compare(agreement.validFrom, today) > 0) return false;
  if (agreement.validTo !== null && Temporal.PlainDate.compare(today, agreement.validTo) > 0) return false;
  return agreement.purposes.includes(question.purpose) && (agreement.classes === 'all' || agreement.classes.some((listed) => listed === recordClass));
}

/** A class of recipients, for staff of another unit of the organisation (42 CFR 2.12(c)(3): the same employer is not the same program). */
function unitInClass({ facts: { actor }, purpose }: Question, named: RecipientClass): Fault {
  if (named === 'treating-providers') return actor.treating || actor.onCareTeam ? undefined : 'NOT_TREATING';
  return named === 'people-helping-to-operate' && purpose !== 'TREAT' ? undefined : 'RECIPIENT_NOT_NAMED';
}

/** Which recipients a class means, and for which purposes; treating providers besides have to be verified as such. */
const partiesIn: Record<RecipientClass, { readonly kinds: readonly RecipientKind[]; readonly purposes: readonly PurposeOfUse[] }> = {
  'treating-providers': { kinds: ['provider', 'part2-program'], purposes: ['TREAT', 'HPAYMT', 'HOPERAT'] },
  'health-plans': { kinds: ['health-plan'], purposes: ['HPAYMT', 'HOPERAT'] },
  'third-party-payers': { kinds: ['third-party-payer', 'health-plan'], purposes: ['HPAYMT', 'HOPERAT'] },
  'people-helping-to-operate': { kinds: ['vendor'], purposes: ['HPAYMT', 'HOPERAT', 'FUNDRAISE'] },
  'treatment-programs-nearby': { kinds: ['part2-program'], purposes: ['REGISTRY'] },
};

function partyInClass({ purpose }: Question, { kind, treatingVerified }: RecipientFacts, named: RecipientClass): Fault {
  const { kinds, purposes } = partiesIn[named];
  if (!kinds.includes(kind)) return 'RECIPIENT_NOT_NAMED';
  if (named === 'treating-providers' && !treatingVerified) return 'NOT_TREATING';
  return purposes.includes(purpose) ? undefined : 'RECIPIENT_NOT_NAMED';
}

/** Behind an intermediary both it and the member have to be named: by name, or as those who treat (42 CFR 2.31(a)(4)(ii)). */
function behindIntermediary(recipient: RecipientFacts, exchangeId: string, named: ConsentRecipient): Fault {
  if (named.kind !== 'intermediary' || named.partyId !== exchangeId) return 'INTERMEDIARY_NOT_NAMED';
  if (named.members === 'treating-participants') return recipient.treatingVerified ? undefined : 'NOT_TREATING';
  return named.members.includes(recipient.partyId) ? undefined : 'RECIPIENT_NOT_NAMED';
}

/** A person by name, or a unit of the organisation by name: then those of its staff who treat, and for payment and operations all of them (42 CFR 2.31(a)(4)(i)). */
function insideByName({ facts: { actor }, purpose }: Question, partyId: string): Fault {
  if (partyId === actor.id) return undefined;
  if (actor.kind !== 'staff' || !actor.programs.includes(partyId)) return 'RECIPIENT_NOT_NAMED';
  return purpose !== 'TREAT' || actor.treating || actor.onCareTeam ? undefined : 'NOT_TREATING';
}

function faultOf(question: Question, named: ConsentRecipient): Fault {
  const { actor, recipient } = question.facts;
  if (recipient === null) {
    if (named.kind === 'named') return insideByName(question, named.partyId);
    return named.kind === 'class' && actor.kind === 'staff' ? unitInClass(question, named.class) : 'RECIPIENT_NOT_NAMED';
  }
  if (recipient.kind === 'intermediary') return 'INTERMEDIARY_NOT_NAMED';
  if (recipient.via?.kind === 'intermediary') return behindIntermediary(recipient, recipient.via.partyId, named);
  if (named.kind === 'named') return named.partyId === recipient.partyId ? undefined : 'RECIPIENT_NOT_NAMED';
  return named.kind === 'class' ? partyInClass(question, recipient, named.class) : 'RECIPIENT_NOT_NAMED';
}

/** Why the consent's recipients do not hold who would receive; undefined when one does. NOT_TREATING tells more than RECIPIENT_NOT_NAMED and wins. */
export function recipientFault(question: Question, consent: ConsentFacts): Fault {
  let fault: Fault = 'RECIPIENT_NOT_NAMED';
  for (const named of consent.recipients) {
    const found = faultOf(question, named);
    if (found === undefined) return undefined;
    if (found === 'NOT_TREATING' || (found === 'INTERMEDIARY_NOT_NAMED' && fault !== 'NOT_TREATING')) fault = found;
  }
  return fault;
}
