import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policyFile from '#content/assessments/risk-policy.json' with { type: 'json' };
import { answersNow, escalatesTo, isOpen, nextOpening } from './hours.rules.ts';
import { dutiesOf, dutiesToEscalate, formulationDue, isMissed, obstaclesToClosing, obstaclesToPlan, phaseOf } from './pathway.rules.ts';
import type { Duty, RiskAct, RiskEvent, RiskPolicy, SafetyPlan } from './pathway.ts';

const policy: RiskPolicy = policyFile;
const zone = 'America/Los_Angeles';
const local = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant();
const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);

const formulation = { kind: 'formulated', ideation: 'x', planAndIntent: 'x', means: 'x', riskFactors: 'x', protectiveFactors: 'x', disposition: 'x' } as const;
const contact = (outcome: 'reached' | 'not-reached' | 'welfare-check' = 'reached'): RiskAct => ({ kind: 'contact', channel: 'phone', outcome, note: 'x' });
const opened = (level: 'emergency' | 'urgent' | 'high' = 'urgent'): RiskAct => ({ kind: 'opened', level, says: 'PHQ-9 q9', administrationId: null });
const emptyPlan: SafetyPlan = {
  warningSigns: [],
  byMyself: [],
  peopleAndPlaces: [],
  peopleToAsk: [],
  professionals: [],
  safeSurroundings: [],
  reasonsForLiving: [],
  firearms: 'no-access',
  declined: [],
  isWrittenTogether: true,
  isCopyGiven: true,
};
const planned: RiskAct = { kind: 'plan-written', plan: emptyPlan };
const story = (...steps: (readonly [at: string, act: RiskAct])[]): RiskEvent[] =>
  steps.map(([at, act], place) => ({ id: String(place), at: local(at), byId: null, ...act }));
const due = (events: readonly RiskEvent[]) =>
  dutiesOf(events, policy, zone).map((duty) => `${duty.key} ${wall(duty.dueAt)}${duty.doneAt ? ' done' : duty.endedAt ? ' ended' : ''}`);

describe('clocks', () => {
  test('in hours the formulation is due within four hours', () => {
    expect(due(story(['2026-11-24T10:00', opened()]))).toEqual(['formulation:0 2026-11-24T14:00']);
  });
  test('at 23:40 somebody on call makes contact within the hour, and formulates two hours after opening', () => {
    expect(due(story(['2026-11-24T23:40', opened()]))).toEqual(['formulation:0 2026-11-25T10:00', 'on-call-contact:0 2026-11-25T00:40']);
  });
  test('on a Friday night nobody waits for Monday', () => {
    expect(wall(formulationDue(policy, 'urgent', local('2026-11-27T23:40'), zone))).toBe('2026-11-28T23:40');
  });
  test('an emergency is formulated within the hour, whatever the hour', () => {
    expect(wall(formulationDue(policy, 'emergency', local('2026-11-29T03:00'), zone))).toBe('2026-11-29T04:00');
  });
  test('two positive answers of one form are one duty; an emergency after them is a sooner one', () => {
    const twice = story(['2026-11-24T10:00', opened()], ['2026-11-24T10:01', { ...opened(), kind: 'screened-again' } as RiskAct]);
    expect(due(twice)).toEqual(['formulation:0 2026-11-24T14:00']);
    expect(due(story(['2026-11-24T10:00', opened()], ['2026-11-24T10:01', { ...opened('emergency'), kind: 'screened-again' } as RiskAct]))).toEqual([
      'formulation:0 2026-11-24T14:00',
      'formulation:1 2026-11-24T11:01',
    ]);
  });
  test('after the formulation come the plan and the contacts, at the pace of the level', () => {
    const events = story(
      ['2026-11-24T10:00', opened()],
      ['2026-11-24T11:00', { ...formulation, level: 'high' }],
      ['2026-11-24T12:00', planned],
      ['2026-11-26T09:00', contact()],
    );
    expect(due(events)).toEqual([
      'formulation:0 2026-11-24T14:00 done',
      'contact:1 2026-11-27T11:00 done',
      'safety-plan:1 2026-11-24T15:00 done',
      'contact:3 2026-11-29T09:00',
    ]);
  });
  test('an attempt that reached nobody leaves the duty; a missed visit makes one of its own that a welfare check meets', () => {
    const before = story(
      ['2026-11-24T10:00', opened()],
      ['2026-11-24T11:00', { ...formulation, level: 'moderate' }],
      ['2026-11-25T09:00', { kind: 'visit-missed', appointmentId: 'a' }],
      ['2026-11-25T10:00', contact('not-reached')],
    );
    expect(due(before)).toContain('missed-visit:2 2026-11-25T13:00');
    expect(due([...before, { id: '4', at: local('2026-11-25T12:00'), byId: null, ...contact('welfare-check') }])).toContain('missed-visit:2 2026-11-25T13:00 done');
  });
  test('the hours are those on the wall, also when the clocks change', () => {
    expect(isOpen(policy.hours, local('2026-11-24T07:59'), zone)).toBe(false);
    expect(isOpen(policy.hours, local('2026-11-24T08:00'), zone)).toBe(true);
    expect(isOpen(policy.hours, local('2026-11-24T18:00'), zone)).toBe(false);
    expect(wall(nextOpening(policy.hours, local('2026-10-31T12:00'), zone))).toBe('2026-11-02T08:00');
  });
});

test('who answers: the clinician in hours, who is on call outside them; a missed duty goes to the others', () => {
  const people = { primary: 'clinician', onCall: ['night'], directors: ['director'] };
  const day = local('2026-11-24T10:00');
  const night = local('2026-11-24T23:40');
  expect(answersNow(policy.hours, people, day, zone)).toBe('clinician');
  expect(answersNow(policy.hours, people, night, zone)).toBe('night');
  expect(answersNow(policy.hours, { ...people, onCall: [] }, night, zone)).toBe('clinician');
  expect(escalatesTo(policy.hours, people, 'night', night, zone)).toEqual(['clinician', 'director']);
  expect(escalatesTo(policy.hours, { primary: 'clinician', onCall: [], directors: [] }, 'clinician', day, zone)).toEqual(['clinician']);
});

describe('leaving', () => {
  const exit = { kind: 'risk-resolved', reason: 'Ideation gone for six weeks, plan known.' } as const;
  const codes = (events: RiskEvent[], how: Parameters<typeof obstaclesToClosing>[2] = exit) =>
    obstaclesToClosing(events, dutiesOf(events, policy, zone), how).map(({ code }) => code);
  const formulated = (level: 'low' | 'high'): [string, RiskAct] => ['2026-11-24T11:00', { ...formulation, level }];
  test('nobody leaves without formulation, plan and reason', () => {
    expect(codes(story(['2026-11-24T10:00', opened()]), { ...exit, reason: ' ' })).toEqual(['risk.not-formulated', 'risk.no-plan', 'risk.no-reason']);
    expect(codes(story(['2026-11-24T10:00', opened()], formulated('low')))).toEqual(['risk.no-plan']);
    expect(codes(story(['2026-11-24T10:00', opened()], formulated('low'), ['2026-11-24T12:00', planned]))).toEqual([]);
  });
  test('nobody is called safe while the last word is that the risk is high, nor with a missed visit open', () => {
    const high = story(['2026-11-24T10:00', opened()], formulated('high'), ['2026-11-24T12:00', planned]);
    expect(codes(high)).toEqual(['risk.level-still-high']);
    expect(codes(high, { ...exit, kind: 'transferred' })).toEqual([]);
    expect(
      codes(story(['2026-11-24T10:00', opened()], formulated('low'), ['2026-11-24T12:00', planned], ['2026-11-25T09:00', { kind: 'visit-missed', appointmentId: 'a' }])),
    ).toEqual(['risk.missed-visit']);
  });
  test('a plan has its six parts, or says which the person declined', () => {
    expect(obstaclesToPlan(emptyPlan)).toHaveLength(6);
    expect(
      obstaclesToPlan({ ...emptyPlan, warningSigns: ['I stop sleeping'], declined: ['byMyself', 'peopleAndPlaces', 'peopleToAsk', 'professionals'] }).map(({ at }) => at),
    ).toEqual(['safeSurroundings']);
  });
});

/** How one clinician does: minutes until each kind of act, or never. */
interface Manner {
  readonly start: number;
  readonly level: 'emergency' | 'urgent' | 'high';
  readonly found: 'low' | 'moderate' | 'high' | 'imminent';
  readonly formulates: number;
  readonly plans: number | null;
  readonly contacts: number;
  readonly reaches: boolean;
  readonly missesVisitAfter: number | null;
  readonly leaves: 'risk-resolved' | 'transferred' | 'not-at-risk';
  readonly writesReason: boolean;
}

const manner: fc.Arbitrary<Manner> = fc.record({
  start: fc.integer({ min: 0, max: 14 * 24 * 60 }),
  level: fc.constantFrom('emergency', 'urgent', 'urgent', 'high'),
  found: fc.constantFrom('low', 'moderate', 'high', 'imminent'),
  formulates: fc.integer({ min: 5, max: 30 * 60 }),
  plans: fc.option(fc.integer({ min: 10, max: 30 * 60 }), { freq: 4 }),
  contacts: fc.integer({ min: 600, max: 20 * 24 * 60 }),
  reaches: fc.boolean(),
  missesVisitAfter: fc.option(fc.integer({ min: 60, max: 10 * 24 * 60 })),
  leaves: fc.constantFrom('risk-resolved', 'transferred', 'not-at-risk'),
  writesReason: fc.boolean(),
});

const calendar = local('2026-10-19T00:00');

/** Everything that one case does over six weeks, minute by minute where something happens, with the product looking every five minutes. */
function play(each: Manner): { events: RiskEvent[]; refusals: string[]; end: Temporal.Instant } {
  const at = (minute: number) => calendar.add({ minutes: each.start + minute });
  const acts: [number, RiskAct][] = [
    [0, opened(each.level)],
    [each.formulates, { ...formulation, level: each.found }],
  ];
  if (each.plans !== null) acts.push([each.formulates + each.plans, planned]);
  for (let next = each.formulates + each.contacts; next < 30 * 24 * 60; next += each.contacts) acts.push([next, contact(each.reaches ? 'reached' : 'not-reached')]);
  if (each.missesVisitAfter !== null) acts.push([each.formulates + each.missesVisitAfter, { kind: 'visit-missed', appointmentId: 'a' }]);
  acts.sort(([left], [right]) => left - right);
  const events: RiskEvent[] = [];
  const refusals: string[] = [];
  const last = 42 * 24 * 60;
  let number = 0;
  let duties: readonly Duty[] = [];
  // Looking costs nothing until the next duty runs out.
  let next = Number.POSITIVE_INFINITY;
  const keep = (minute: number, act: RiskAct) => {
    events.push({ id: String((number += 1)), at: at(minute), byId: null, ...act });
    duties = dutiesOf(events, policy, zone);
    const told = new Set(events.flatMap((event) => (event.kind === 'escalated' ? [event.duty] : [])));
    const open = duties.filter((duty) => !told.has(duty.key) && (isMissed(duty, at(minute)) || (duty.doneAt ?? duty.endedAt) === null));
    next = Math.min(...open.map(({ dueAt }) => dueAt.epochMilliseconds));
  };
  const leave = (minute: number) => {
    const how = { kind: each.leaves, reason: each.writesReason ? 'Six weeks without ideation; plan known.' : '' };
    const stands = obstaclesToClosing(events, duties, how);
    if (stands.length === 0) keep(minute, { kind: 'closed', exit: how.kind, reason: how.reason });
    else refusals.push(...stands.map(({ code }) => code));
  };
  for (let minute = 0; minute <= last; minute += 5) {
    while (acts[0] && acts[0][0] <= minute) {
      const [when, act] = acts.shift() ?? [0, planned];
      keep(when, act);
    }
    if (minute === 40 * 24 * 60) leave(minute);
    if (at(minute).epochMilliseconds <= next) continue;
    for (const duty of dutiesToEscalate(duties, events, at(minute))) keep(minute, { kind: 'escalated', duty: duty.key, to: ['director'] });
  }
  return { events, refusals, end: at(last) };
}

function holdsTogether({ events, refusals, end }: ReturnType<typeof play>): void {
  const duties = dutiesOf(events, policy, zone);
  const first = events[0];
  const told = events.flatMap((event) => (event.kind === 'escalated' ? [event] : []));
  // Every positive screen gets its duty, in time by the policy.
  const formulationOf = (duty: Duty) => duty.kind === 'formulation';
  expect(duties.filter(formulationOf)).toHaveLength(1);
  expect(duties.find(formulationOf)?.dueAt.toString()).toBe(first?.kind === 'opened' ? formulationDue(policy, first.level, first.at, zone).toString() : '');
  // Every missed duty is told once, within five minutes of being missed, and no other is.
  expect(told.map(({ duty }) => duty).toSorted()).toEqual(
    duties
      .filter((duty) => isMissed(duty, end))
      .map(({ key }) => key)
      .toSorted(),
  );
  for (const { duty, at } of told) {
    const dueAt = duties.find(({ key }) => key === duty)?.dueAt ?? at;
    expect(at.since(dueAt).total('minutes')).toBeGreaterThan(0);
    expect(at.since(dueAt).total('minutes')).toBeLessThanOrEqual(5);
  }
  // Who left had formulation, plan and reason; who could not was told what stands in the way, and stays.
  const exit = events.find((event) => event.kind === 'closed');
  if (exit?.kind === 'closed') {
    expect(exit.reason.length).toBeGreaterThan(9);
    expect(events.some(({ kind }) => kind === 'formulated') && events.some(({ kind }) => kind === 'plan-written')).toBe(true);
    expect(duties.every(({ doneAt, endedAt }) => doneAt !== null || endedAt !== null)).toBe(true);
    expect(phaseOf(events, duties)).toBe('closed');
  } else {
    expect(refusals.length).toBeGreaterThan(0);
    expect(phaseOf(events, duties)).not.toBe('closed');
  }
}

test('40 cases on a simulated calendar of eight weeks: each duty in time, each missed one told once, each exit with its reason', () => {
  const cases = fc.sample(manner, { numRuns: 40, seed: 988 }).map(play);
  cases.forEach(holdsTogether);
  const ends = cases.filter(({ events }) => events.some(({ kind }) => kind === 'closed')).length;
  const missed = cases.filter(({ events }) => events.some(({ kind }) => kind === 'escalated')).length;
  // The forty are not all alike: some leave, some may not; some miss a duty, some miss none.
  expect({ ends: ends > 3 && ends < 37, missed: missed > 10 }).toEqual({ ends: true, missed: true });
});

test('whatever a clinician does or fails to do, the pathway holds together', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(manner, (each) => holdsTogether(play(each))),
    { numRuns: 60 },
  );
});
