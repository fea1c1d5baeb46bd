import type { ConsentFacts } from '#server/privacy/index.ts';
import { classNames } from './packet.ts';
import { writtenDay } from './written-words.rules.ts';

const who = (recipient: ConsentFacts['recipients'][number]): string => (recipient.kind === 'class' ? recipient.class.replaceAll('-', ' ') : recipient.name);

function until({ expiry }: ConsentFacts): string {
  if (expiry.kind === 'date') return `until ${writtenDay(expiry.lastDay.toString())}`;
  if (expiry.kind === 'event') return `until: ${expiry.event}`;
  return expiry.kind === 'none' ? 'without an end, until revoked' : 'until the treatment ends';
}

const kindWords: Readonly<Record<ConsentFacts['kind'], string>> = {
  tpo: 'treatment, payment and operations',
  specific: 'a named recipient',
  'counseling-notes': 'notes kept apart',
  'legal-proceeding': 'one proceeding',
  'central-registry': 'the central registry',
  'criminal-justice': 'criminal justice',
  pdmp: 'prescription monitoring',
  research: 'research',
};

const dayIn = (timeZone: string, at: Temporal.Instant): string => writtenDay(at.toZonedDateTimeISO(timeZone).toPlainDate().toString());

/** Purposes in words for pages; one without a word here stands as its code. */
export const purposeNames: Readonly<Record<string, string>> = {
  ETREAT: 'medical emergency',
  AUDIT: 'audit or evaluation',
  PUBHLTH: 'public health',
  TREAT: 'treatment',
  HPAYMT: 'payment',
  HOPERAT: 'health care operations',
  PATRQT: 'at the request of the patient',
  FAMRQT: 'family and friends who help',
  EMPLOY: 'employment',
  HLEGAL: 'a legal proceeding',
  HRESCH: 'research',
  REGISTRY: 'preventing multiple enrolment',
  REPORT: 'reporting',
  CRIMJUST: 'criminal justice',
  FUNDRAISE: 'fundraising',
};

/** A consent in a few words for staff who may know of it: its kind, its day, and its end when it has come. */
export function consentName({ kind, signedAt, revokedAt }: ConsentFacts, timeZone: string): string {
  const ended = revokedAt ? `, revoked ${dayIn(timeZone, revokedAt)}` : '';
  return `Consent to ${kindWords[kind]}, signed ${dayIn(timeZone, signedAt)}${ended}`;
}

/** A clear explanation of the scope of a consent, which goes with each disclosure on it (42 CFR 2.32(b)). */
export function scopeOf(consent: ConsentFacts, timeZone: string): string {
  const { scope, purposes, recipients, signedAt } = consent;
  const classes =
    scope.classes === 'all' ? 'the whole record, without notes kept apart' : scope.classes.map((one) => classNames[one] ?? one.replaceAll('-', ' ')).join(', ');
  const left = scope.excludedLabels.length > 0 ? ', without what the patient left out' : '';
  const period =
    scope.from || scope.to ? `, from ${scope.from ? writtenDay(scope.from.toString()) : 'the beginning'} to ${scope.to ? writtenDay(scope.to.toString()) : 'today'}` : '';
  return `Signed on ${dayIn(timeZone, signedAt)} by the ${consent.signer.replaceAll('-', ' ')}. What: ${classes}${left}${period}. To whom: ${recipients.map(who).join(', ')}. Purposes: ${purposes.map((one) => purposeNames[one] ?? one).join(', ')}. It holds ${until(consent)} and may be revoked in writing at any time.`;
}
