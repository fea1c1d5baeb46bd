import { expect, test } from 'vitest';
import { findingsOf, type DayOfActor, type Look } from './findings.rules.ts';
import { reviewContent } from './review-rule.ts';

const at = (text: string) => Temporal.Instant.from(text);
const look = (change: Partial<Look> = {}): Look => ({
  actorId: 'ana',
  actorName: 'Ana Rivera',
  actorGiven: 'Ana',
  actorFamily: 'Rivera',
  patientId: 'p1',
  patientGiven: 'John',
  patientFamily: 'Smith',
  bearsColleaguesName: false,
  hasRelationship: true,
  brokeGlass: false,
  entries: 2,
  lateEntries: 0,
  firstAt: at('2026-11-23T18:00:00Z'),
  lastAt: at('2026-11-23T18:05:00Z'),
  seqs: [1, 2],
  ...change,
});
const day = (change: Partial<DayOfActor> = {}): DayOfActor => ({
  actorId: 'ana',
  actorName: 'Ana Rivera',
  patients: 8,
  refused: 0,
  firstAt: at('2026-11-23T16:00:00Z'),
  lastAt: at('2026-11-24T01:00:00Z'),
  usualPatients: 9,
  programKinds: ['outpatient'],
  ...change,
});
const found = (looks: readonly Look[], days: readonly DayOfActor[] = [day()]) => findingsOf(reviewContent.rules, looks, days).map(({ rule, count }) => [rule, count]);

test('an ordinary day holds nothing unusual', () => {
  expect(found([look(), look({ patientId: 'p2' })])).toEqual([]);
});

test.for([
  ['own record', look({ patientGiven: 'ANA', patientFamily: 'Rivéra ' }), [['own-record', 2]]],
  ['own name, which a colleague bears too', look({ patientGiven: 'Ana', patientFamily: 'Rivera', bearsColleaguesName: true }), [['own-record', 2]]],
  ['a colleague', look({ bearsColleaguesName: true }), [['colleague', 2]]],
  ['a colleague of the same family name counts once', look({ patientFamily: 'Rivera', bearsColleaguesName: true }), [['colleague', 2]]],
  ['the same family name', look({ patientFamily: 'rivera' }), [['same-surname', 2]]],
  ['no relationship', look({ hasRelationship: false }), [['no-relationship', 2]]],
  ['an emergency is judged as one, not as a missing relationship', look({ hasRelationship: false, brokeGlass: true }), [['break-glass', 2]]],
  ['a record that no longer is', look({ patientGiven: null, patientFamily: null }), []],
] as const)('%s', ([, one, expected]) => {
  expect(found([one])).toEqual(expected);
});

test('volume is measured against the own days before, and only from a floor on', () => {
  expect(found([], [day({ patients: 30, usualPatients: 10 })])).toEqual([['volume', 30]]);
  expect(found([], [day({ patients: 29, usualPatients: 2 })])).toEqual([]);
  expect(found([], [day({ patients: 40, usualPatients: 20 })])).toEqual([]);
  expect(found([], [day({ patients: 90, usualPatients: null })])).toEqual([]);
});

test('nights count for those who have no night work', () => {
  const late = [look({ lateEntries: 2 }), look({ patientId: 'p2', lateEntries: 1 })];
  expect(found(late)).toEqual([['after-hours', 3]]);
  expect(found(late.slice(1))).toEqual([]);
  expect(found(late, [day({ programKinds: ['residential'] })])).toEqual([]);
});

test('many refusals in a day stand out', () => {
  expect(found([], [day({ refused: 5 })])).toEqual([['denied', 5]]);
  expect(found([], [day({ refused: 4 })])).toEqual([]);
});

test('a rule that is off finds nothing', () => {
  const rules = reviewContent.rules.map((rule) => ({ ...rule, isOn: false }));
  expect(findingsOf(rules, [look({ bearsColleaguesName: true, hasRelationship: false })], [day({ refused: 99 })])).toEqual([]);
});
