import type { Obstacle } from '#server/platform/index.ts';
import type { Conclusion, IncidentRole } from './incident.ts';

/** What the clocks of an incident depend on. */
export interface ClockFacts {
  readonly role: IncidentRole;
  /** The day on which it was known, or would have been by reasonable diligence (45 CFR 164.404(a)(2)). */
  readonly discoveredOn: Temporal.PlainDate;
  readonly individuals: number;
  /** Affected persons by state. */
  readonly residents: Readonly<Record<string, number>>;
  /** Null until somebody assessed it: a breach is presumed (164.402(2)). */
  readonly conclusion: Conclusion | null;
  /** Law enforcement asked to wait until then (164.412). */
  readonly delayedUntil: Temporal.PlainDate | null;
}

/** A duty of state law, from the data of that jurisdiction. */
export interface StateDuty {
  readonly state: string;
  /** Calendar days from discovery. */
  readonly days: number;
  /** From how many residents on it holds. */
  readonly fromResidents: number;
  readonly says: string;
  readonly citation: string;
}

/** Something owed, at the latest on its day. */
export interface Duty {
  readonly code: string;
  readonly says: string;
  readonly dueOn: Temporal.PlainDate;
  readonly citation: string;
}

const noticeDays = 60;
const large = 500;

function afterYearEnd(discoveredOn: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: discoveredOn.year, month: 12, day: 31 }).add({ days: noticeDays });
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate | null): Temporal.PlainDate {
  return other && Temporal.PlainDate.compare(other, one) > 0 ? other : one;
}

function federalDuties({ discoveredOn, individuals, residents }: ClockFacts): Duty[] {
  const within60 = discoveredOn.add({ days: noticeDays });
  const isLarge = individuals >= large;
  const media = Object.entries(residents)
    // The media are for more than 500 of one state, the Secretary is for 500 or more in all: 164.406(a), 164.408(b).
    .filter(([, count]) => count > large)
    .map(([state]): Duty => ({ code: `media-${state}`, says: `Tell prominent media in ${state}`, dueOn: within60, citation: '45 CFR 164.406' }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return [
    { code: 'individuals', says: 'Write to each affected person', dueOn: within60, citation: '45 CFR 164.404' },
    isLarge
      ? { code: 'secretary', says: 'Tell the Secretary of HHS together with the letters', dueOn: within60, citation: '45 CFR 164.408(b)' }
      : { code: 'secretary', says: 'Enter it in the yearly report to the Secretary of HHS', dueOn: afterYearEnd(discoveredOn), citation: '45 CFR 164.408(c)' },
    ...media,
  ];
}

function stateDuties({ discoveredOn, residents }: ClockFacts, rules: readonly StateDuty[]): Duty[] {
  return rules
    .filter(({ state, fromResidents }) => (residents[state] ?? 0) >= Math.max(1, fromResidents))
    .map(({ state, days, says, citation }) => ({ code: `state-${state}`, says, dueOn: discoveredOn.add({ days }), citation }));
}

/**
 * What is owed and by when; nothing once the assessment found no breach. A business associate owes its notice to the covered entity (164.410).
 * A Part 2 program has the duties of a covered entity whether or not it is one (42 CFR 2.16(b)).
 */
export function dutiesOf(facts: ClockFacts, states: readonly StateDuty[] = []): Duty[] {
  if (facts.conclusion !== null && facts.conclusion !== 'breach') return [];
  const duties =
    facts.role === 'business-associate'
      ? [{ code: 'covered-entity', says: 'Tell the covered entity', dueOn: facts.discoveredOn.add({ days: noticeDays }), citation: '45 CFR 164.410' }]
      : [...federalDuties(facts), ...stateDuties(facts, states)];
  return duties.map((duty) => ({ ...duty, dueOn: later(duty.dueOn, facts.delayedUntil) })).toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn));
}

/** What stands between an incident and its closing: the assessment, and of a breach every duty. */
export function obstaclesToClosing(facts: ClockFacts, done: ReadonlySet<string>, isClosed: boolean, states: readonly StateDuty[] = []): Obstacle[] {
  if (isClosed) return [{ code: 'incident.closed', says: 'It is closed already.' }];
  if (facts.conclusion === null) return [{ code: 'incident.not-assessed', says: 'Assess the four factors first: until then a breach is presumed.' }];
  return dutiesOf(facts, states)
    .filter(({ code }) => !done.has(code))
    .map(({ says, dueOn }) => ({ code: 'incident.duty-open', says: `Still to do: ${says}, by ${dueOn.toString()}.` }));
}

/** What is wrong with an assessment: a low probability needs every factor low or medium, and records that could not be read need no factors at all. */
export function obstaclesToAssessment(facts: {
  readonly conclusion: Conclusion;
  readonly isUnsecured: boolean;
  readonly hasException: boolean;
  readonly risks: readonly string[];
}): Obstacle[] {
  const { conclusion, isUnsecured, hasException, risks } = facts;
  return [
    ...(conclusion === 'low-probability' && risks.includes('high')
      ? [{ code: 'incident.factor-high', says: 'A factor is high: this is not a low probability that records were compromised.', at: 'conclusion' }]
      : []),
    ...(conclusion === 'secured' && isUnsecured
      ? [{ code: 'incident.unsecured', says: 'The register says that the records could be read. Change that first.', at: 'conclusion' }]
      : []),
    ...(conclusion === 'exception' && !hasException ? [{ code: 'incident.exception', says: 'Choose the exception.', at: 'exception' }] : []),
    ...(conclusion !== 'exception' && hasException
      ? [{ code: 'incident.exception', says: 'An exception goes with the conclusion that there is one.', at: 'exception' }]
      : []),
  ];
}
