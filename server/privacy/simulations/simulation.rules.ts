import type { Decision } from '../decision/decision.ts';
import { reasons } from '../decision/reasons.ts';
import type { ConsentFacts, PurposeOfUse } from '../decision/facts.ts';
import type { ActorFacts, Facts, RestrictionFacts } from '../decision/request.ts';

/** One fact that the decision looked at. */
export interface FactLine {
  readonly about: 'moment' | 'actor' | 'recipient' | 'agreement' | 'consent' | 'restriction' | 'law';
  readonly says: string;
  /** It is what the decision rests on, or what stands in its way. */
  readonly counts: boolean;
}

const purposeWords: Readonly<Partial<Record<PurposeOfUse, string>>> = {
  TREAT: 'treatment',
  ETREAT: 'treatment in an emergency',
  HPAYMT: 'payment',
  HOPERAT: 'operations',
  PATRQT: "the patient's own request",
  FAMRQT: 'a request of the family',
  HLEGAL: 'a legal proceeding',
};

const purposeOf = (purpose: PurposeOfUse) => purposeWords[purpose] ?? purpose;
const listed = (words: readonly string[]) => (words.length === 0 ? 'none' : words.join(', '));

function actorLine({ actor }: Facts, name: string, programNames: readonly string[]): FactLine {
  if (actor.kind !== 'staff') return { about: 'actor', says: `${name} asks.`, counts: false };
  const part = actor.treating ? 'Treats the patient.' : 'Has no part in the care: no care team, stay, group or appointment.';
  return { about: 'actor', says: `${name} asks: roles ${listed(actor.roles)}, works in ${listed(programNames)}. ${part}`, counts: actor.treating };
}

function recipientLines({ recipient }: Facts): FactLine[] {
  if (!recipient) return [{ about: 'recipient', says: 'Nobody outside would receive it: a use inside the organisation.', counts: false }];
  const treats =
    recipient.kind === 'patient' ? '' : recipient.treatingVerified ? ' It is verified that it treats the patient.' : ' Nobody has verified that it treats the patient.';
  const { agreement } = recipient;
  return [
    { about: 'recipient', says: `${recipient.name} would receive it: ${recipient.kind}, ${recipient.status}.${treats}`, counts: recipient.treatingVerified },
    {
      about: 'agreement',
      says: agreement ? `An agreement (${agreement.kind}) is on file since ${agreement.validFrom.toString()}.` : 'No current agreement with it is on file.',
      counts: agreement !== null,
    },
  ];
}

/** How a consent stands at a moment, in the words of the form. */
function stateOf({ signedAt, revokedAt, expiry, missingElements }: ConsentFacts, at: Temporal.Instant): string {
  if (Temporal.Instant.compare(signedAt, at) > 0) return 'not signed at that moment';
  if (revokedAt && Temporal.Instant.compare(revokedAt, at) <= 0) return 'revoked';
  if (missingElements.length > 0) return `lacks ${missingElements.join(', ')}`;
  if (expiry.kind === 'date') return `holds through ${expiry.lastDay.toString()}`;
  if (expiry.kind === 'event') return expiry.happenedAt ? `ended with: ${expiry.event}` : `holds until: ${expiry.event}`;
  return expiry.kind === 'end-of-treatment' ? 'holds until the end of treatment' : 'has no end';
}

function consentLine(consent: ConsentFacts, { at }: Facts, restsOn: readonly string[]): FactLine {
  const to = consent.recipients.map((one) => (one.kind === 'class' ? one.class : one.name));
  const counts = restsOn.includes(consent.id);
  const says = `Consent (${consent.kind}) signed ${consent.signedAt.toString().slice(0, 10)} to ${listed(to)} for ${consent.purposes.map(purposeOf).join(', ')}: ${stateOf(consent, at)}.`;
  return { about: 'consent', says: counts ? `${says} The decision rests on it.` : says, counts };
}

function restrictionLine({ kind, purposes, endedAt, from }: RestrictionFacts, { at }: Facts): FactLine {
  const isOver = endedAt !== null && Temporal.Instant.compare(endedAt, at) <= 0;
  const isAhead = Temporal.Instant.compare(from, at) > 0;
  const state = isOver ? 'ended' : isAhead ? 'not yet made at that moment' : 'in force';
  return {
    about: 'restriction',
    says: `Restriction (${kind}) on ${purposes.map(purposeOf).join(', ')}: ${state}.`,
    counts: state === 'in force' && kind !== 'requested',
  };
}

/** The facts of a decision in plain words, in the order in which they are asked. */
export function chainOf(
  facts: Facts,
  decision: Pick<Decision, 'restsOn' | 'policyVersion'>,
  asking: { readonly name: string; readonly programNames: readonly string[] },
): FactLine[] {
  const moment = facts.at.toZonedDateTimeISO(facts.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const places = [...new Set(facts.rules.map(({ jurisdiction }) => jurisdiction))];
  return [
    { about: 'moment', says: `On ${moment} (${facts.timeZone}), for ${purposeOf(facts.purpose)}.`, counts: false },
    actorLine(facts, asking.name, asking.programNames),
    ...recipientLines(facts),
    ...(facts.consents.length === 0 ? [{ about: 'consent' as const, says: 'The patient has signed no consent.', counts: false }] : []),
    ...facts.consents.map((consent) => consentLine(consent, facts, decision.restsOn)),
    ...facts.restrictions.map((restriction) => restrictionLine(restriction, facts)),
    { about: 'law', says: `Rules of ${listed(places)}, policy ${decision.policyVersion}.`, counts: false },
  ];
}

/** What was decided of one record. */
export function rulingOn({ released, withheld, ...decision }: Decision, recordId: string): { goes: boolean; reason: string; citation: string; says: string } {
  const { reason, citation } = withheld.find((one) => one.recordId === recordId) ?? decision;
  return { goes: released.includes(recordId), reason, citation, says: reasons[reason].says };
}

/** The patient, or somebody outside, as who asks. */
export function plainActor(kind: 'patient' | 'outside', patientId: string): ActorFacts {
  const nothing = { roles: [], programs: [], administers: [], treating: false, onCareTeam: false, supervises: [], relation: null, authorityInForce: false };
  return { kind, id: kind === 'patient' ? patientId : null, identityVerified: kind === 'patient', ...nothing };
}
