import type { Obstacle } from '#server/platform/index.ts';
import type { Circumstances } from '#server/privacy/index.ts';
import type { Lane, LaneFacts } from './lane.ts';

type Field = Lane['facts'][number];

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function faultOf({ kind, choices }: Field, text: string): string | undefined {
  if (kind === 'yes-no' && text !== 'yes' && text !== 'no') return 'Choose yes or no.';
  if (kind === 'choice' && !choices?.includes(text)) return 'Choose one of the list.';
  if (kind === 'date' && !isDay(text)) return 'Enter a date.';
  return kind === 'number' && !/^\d{1,5}$/.test(text) ? 'Enter a whole number.' : undefined;
}

/** What is missing from a lane's form, or cannot be read. */
export function obstaclesOfLane({ facts }: Lane, given: LaneFacts): Obstacle[] {
  return facts.flatMap((field) => {
    const text = given[field.key]?.trim() ?? '';
    if (text === '')
      return field.required ? [{ code: 'lane.fact-missing', says: `${field.label}: this is needed before anything can go.`, at: `facts.${field.key}` }] : [];
    const fault = faultOf(field, text);
    return fault ? [{ code: 'lane.fact-unreadable', says: `${field.label}: ${fault}`, at: `facts.${field.key}` }] : [];
  });
}

type Read = (given: LaneFacts, at: { partyId: string; now: Temporal.Instant }) => Circumstances;
const yes = (given: LaneFacts, key: string) => given[key] === 'yes';
const day = (given: LaneFacts, key: string) => (given[key] ? Temporal.PlainDate.from(given[key]) : null);
const words = (given: LaneFacts, key: string) => given[key]?.trim() ?? '';

const order: Read = (given, { partyId }) => ({
  orders: [
    {
      id: words(given, 'orderId'),
      kind: words(given, 'section') as '2.64',
      partyIds: [partyId],
      classes: 'all',
      from: day(given, 'scopeFrom'),
      to: day(given, 'scopeTo'),
      confidentialCommunications: yes(given, 'confidentialCommunications'),
      issuedOn: Temporal.PlainDate.from(words(given, 'issuedOn')),
      expiresOn: day(given, 'expiresOn'),
      vacated: false,
    },
  ],
  legal: { subpoena: yes(given, 'subpoena'), assurances: false, proceeding: words(given, 'proceeding') as 'noncriminal', broughtByPatient: false },
});

const emergency: Read = (given, { now }) => ({
  emergency: {
    kind: 'medical',
    consentUnobtainable: yes(given, 'consentUnobtainable'),
    refusedByPatient: false,
    programClosed: false,
    recipientIsMedical: true,
    recipientName: words(given, 'recipientName'),
    recipientFacility: words(given, 'recipientFacility'),
    discloserName: words(given, 'discloserName'),
    disclosedAt: now,
    nature: words(given, 'nature'),
  },
});

const readers: Readonly<Record<string, Read>> = {
  subpoena: (given) => ({ legal: { subpoena: true, assurances: yes(given, 'assurances'), proceeding: 'noncriminal', broughtByPatient: false } }),
  'court-order': order,
  audit: (given) => ({
    audit: {
      commitmentInWriting: yes(given, 'commitmentInWriting'),
      body: words(given, 'body') as 'payer',
      mode: 'copy',
      copyTerms: yes(given, 'copyTerms'),
      originatorId: null,
    },
  }),
  research: (given) => ({
    research: {
      protocolId: words(given, 'protocolId'),
      basis: words(given, 'basis') as 'waiver',
      approvedUntil: day(given, 'approvedUntil'),
      termsSigned: yes(given, 'termsSigned'),
    },
  }),
  registry: (given) => ({ registry: { event: words(given, 'event') as 'acceptance', miles: Number(given['miles']) } }),
  pdmp: () => ({ report: { kind: 'prescription-monitoring', stage: 'initial' } }),
  emergency,
  'mandated-report': (given) => ({ report: { kind: words(given, 'report') as 'child-abuse', stage: words(given, 'stage') as 'initial' } }),
};

/** What a lane's form says, as a decision reads it. The form has been checked. */
export function circumstancesOf({ code }: Lane, given: LaneFacts, at: { partyId: string; now: Temporal.Instant }): Circumstances {
  return readers[code]?.(given, at) ?? {};
}
