import type { Expiry } from '../decision/facts.ts';
import { kinds, statements, type ConsentForm, type Signature } from './consent-form.ts';

/** An element that the rules ask for and the form lacks. */
export interface MissingElement {
  readonly id: string;
  readonly rule: 'part2' | 'hipaa';
  readonly citation: string;
  readonly says: string;
}

interface Element {
  readonly id: string;
  readonly part2: string | null;
  readonly hipaa: string | null;
  readonly says: string;
  readonly holds: (form: ConsentForm, signatures: readonly Signature[]) => boolean;
}

const isNamed = (name: string): boolean => name.trim().length > 1;
const says = (form: ConsentForm, element: string): boolean => form.statements.some((id) => statements[id].element === element);
const neededStatement = (element: string) => (form: ConsentForm) => !kinds[form.kind].statements.some((id) => statements[id].element === element) || says(form, element);

function isDescribed({ kind, classes }: ConsentForm): boolean {
  if (classes === 'all') return kind !== 'counseling-notes';
  const isVault = (name: string) => name === 'counseling-note' || name === 'psychotherapy-note';
  return classes.length > 0 && classes.every((name) => isVault(name) === (kind === 'counseling-notes'));
}

function hasRecipients({ kind, recipients }: ConsentForm): boolean {
  // Our forms name who receives. A class stands on the single consent, and for programs nearby beside a registry: 42 CFR 2.31(a)(4), 2.34(a)(3).
  const isNearby = (recipient: ConsentForm['recipients'][number]) => recipient.kind === 'class' && recipient.class === 'treatment-programs-nearby';
  const isNamedWell = (recipient: ConsentForm['recipients'][number]) =>
    recipient.kind === 'class' ? (kind === 'tpo' && !isNearby(recipient)) || (kind === 'central-registry' && isNearby(recipient)) : isNamed(recipient.name);
  return recipients.some((recipient) => !isNearby(recipient)) && recipients.every(isNamedWell);
}

function hasValidExpiry({ kind, expiry }: ConsentForm): boolean {
  if (expiry === null || !kinds[kind].expiries.includes(expiry.kind)) return false;
  return expiry.kind !== 'event' || expiry.event.trim().length > 2;
}

function isCombinedRightly({ kind, purposes }: ConsentForm): boolean {
  return purposes.length > 0 && purposes.every((purpose) => purpose === 'FUNDRAISE' || kinds[kind].purposes.includes(purpose));
}

const elements: readonly Element[] = [
  { id: 'patient-name', part2: '42 CFR 2.31(a)(1)', hipaa: null, says: 'Name the patient.', holds: ({ patientName }) => isNamed(patientName) },
  {
    id: 'discloser',
    part2: '42 CFR 2.31(a)(2)',
    hipaa: '45 CFR 164.508(c)(1)(ii)',
    says: 'Name the program that may share.',
    holds: ({ disclosers }) => disclosers.length > 0 && disclosers.every(({ name }) => isNamed(name)),
  },
  { id: 'description', part2: '42 CFR 2.31(a)(3)', hipaa: '45 CFR 164.508(c)(1)(i)', says: 'Say which records may be shared.', holds: isDescribed },
  { id: 'recipient', part2: '42 CFR 2.31(a)(4)', hipaa: '45 CFR 164.508(c)(1)(iii)', says: 'Name who may receive them.', holds: hasRecipients },
  {
    id: 'hipaa-redisclosure',
    part2: '42 CFR 2.31(a)(4)(iii)',
    hipaa: null,
    says: 'Say how recipients under HIPAA may share further, and that no proceeding may use it.',
    holds: neededStatement('hipaa-redisclosure'),
  },
  {
    id: 'purpose',
    part2: '42 CFR 2.31(a)(5)',
    hipaa: '45 CFR 164.508(c)(1)(iv)',
    says: 'Say for which purposes; this kind of consent cannot be for others.',
    holds: isCombinedRightly,
  },
  {
    id: 'fundraising-opt-out',
    part2: '42 CFR 2.31(a)(5)(iii)',
    hipaa: null,
    says: 'For fundraising, say that the patient may opt out.',
    holds: (form) => !form.purposes.includes('FUNDRAISE') || says(form, 'fundraising-opt-out'),
  },
  {
    id: 'right-to-revoke',
    part2: '42 CFR 2.31(a)(6)',
    hipaa: '45 CFR 164.508(c)(2)(i)',
    says: 'Say that it can be revoked in writing, how, and what stays.',
    holds: (form) => says(form, 'right-to-revoke') && (form.kind !== 'criminal-justice' || (form.irrevocableUntil ?? '').trim().length > 2),
  },
  {
    id: 'expiry',
    part2: '42 CFR 2.31(a)(7)',
    hipaa: '45 CFR 164.508(c)(1)(v)',
    says: 'Say when it ends: a day or an event. Without an end is for treatment, payment and operations only.',
    holds: hasValidExpiry,
  },
  {
    id: 'signature',
    part2: '42 CFR 2.31(a)(8)',
    hipaa: '45 CFR 164.508(c)(1)(vi)',
    says: 'It needs the signature of the patient, or of who may sign for them.',
    holds: (_form, signatures) => signatures.length > 0 && signatures.every(({ name }) => isNamed(name)),
  },
  {
    id: 'date',
    part2: '42 CFR 2.31(a)(9)',
    hipaa: '45 CFR 164.508(c)(1)(vi)',
    says: 'It needs the date of the signature.',
    holds: (_form, signatures) => signatures.length > 0,
  },
  {
    id: 'loss-of-protection',
    part2: '42 CFR 2.31(a)(10)(i)',
    hipaa: null,
    says: 'Say that shared records may lose the protection.',
    holds: neededStatement('loss-of-protection'),
  },
  { id: 'refusal-consequences', part2: '42 CFR 2.31(a)(10)(ii)', hipaa: null, says: 'Say what follows from refusing.', holds: neededStatement('refusal-consequences') },
  {
    id: 'counseling-notes-only',
    part2: '42 CFR 2.31(b)(2)',
    hipaa: '45 CFR 164.508(b)(3)(ii)',
    says: 'Say that it is for private notes and nothing else.',
    holds: neededStatement('counseling-notes-only'),
  },
  { id: 'legal-only', part2: '42 CFR 2.31(d)', hipaa: null, says: 'Say that it is for the proceeding and nothing else.', holds: neededStatement('legal-only') },
  {
    id: 'conditioning-statement',
    part2: null,
    hipaa: '45 CFR 164.508(c)(2)(ii)',
    says: 'Say that treatment does not depend on it.',
    holds: neededStatement('conditioning-statement'),
  },
  {
    id: 'redisclosure-statement',
    part2: null,
    hipaa: '45 CFR 164.508(c)(2)(iii)',
    says: 'Say that recipients might share it again.',
    holds: neededStatement('redisclosure-statement'),
  },
];

/**
 * What a consent lacks, by both sets of rules: 42 CFR 2.31(a)-(d) and 45 CFR 164.508(c). Anything here makes it void (42 CFR 2.31(c)):
 * it cannot become active. Before anybody signs, `signature` and `date` are always missing.
 */
export function validateConsent(form: ConsentForm, signatures: readonly Signature[]): readonly MissingElement[] {
  return elements
    .filter(({ holds }) => !holds(form, signatures))
    .flatMap(({ id, part2, hipaa, says: remedy }) => [
      ...(part2 === null ? [] : [{ id, rule: 'part2' as const, citation: part2, says: remedy }]),
      ...(hipaa === null ? [] : [{ id, rule: 'hipaa' as const, citation: hipaa, says: remedy }]),
    ]);
}

/** Ids of the elements that a consent lacks, each once. */
export function missingElementIds(form: ConsentForm, signatures: readonly Signature[]): string[] {
  return [...new Set(validateConsent(form, signatures).map(({ id }) => id))];
}

/** Whether the consent has run out: a day ends in the program's time zone, an event when it is recorded (42 CFR 2.31(a)(7), (c)(1)). */
export function isOver(expiry: Expiry, at: Temporal.Instant, timeZone: string): boolean {
  switch (expiry.kind) {
    case 'none':
      return false;
    case 'date':
      return Temporal.PlainDate.compare(at.toZonedDateTimeISO(timeZone).toPlainDate(), expiry.lastDay) > 0;
    case 'event':
      return expiry.happenedAt !== null && Temporal.Instant.compare(at, expiry.happenedAt) >= 0;
    case 'end-of-treatment':
      return expiry.endedAt !== null && Temporal.Instant.compare(at, expiry.endedAt) >= 0;
  }
}
