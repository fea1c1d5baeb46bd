import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesOf, obstaclesToAssessment, obstaclesToClosing, type ClockFacts } from './clocks.rules.ts';
import { conclusions, incidentRoles } from './incident.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const facts = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  role: 'covered-entity',
  discoveredOn: day('2026-11-23'),
  individuals: 3,
  residents: { WA: 3 },
  conclusion: null,
  delayedUntil: null,
  ...change,
});
const due = (change: Partial<ClockFacts>) => Object.fromEntries(dutiesOf(facts(change)).map(({ code, dueOn }) => [code, dueOn.toString()]));

describe('the clocks of a breach', () => {
  test.for([
    ['one person', { individuals: 1, residents: { WA: 1 } }, { individuals: '2027-01-22', secretary: '2027-03-01' }],
    ['499 persons go into the yearly report', { individuals: 499, residents: { WA: 499 } }, { individuals: '2027-01-22', secretary: '2027-03-01' }],
    ['500 persons, the Secretary at once but no media', { individuals: 500, residents: { WA: 500 } }, { individuals: '2027-01-22', secretary: '2027-01-22' }],
    ['501 of one state', { individuals: 501, residents: { WA: 501 } }, { individuals: '2027-01-22', secretary: '2027-01-22', 'media-WA': '2027-01-22' }],
    ['600 of two states, 300 each', { individuals: 600, residents: { WA: 300, OR: 300 } }, { individuals: '2027-01-22', secretary: '2027-01-22' }],
    [
      '1,400 of two states',
      { individuals: 1400, residents: { WA: 700, OR: 700 } },
      { individuals: '2027-01-22', secretary: '2027-01-22', 'media-OR': '2027-01-22', 'media-WA': '2027-01-22' },
    ],
    ['discovered on new year', { discoveredOn: day('2026-01-01') }, { individuals: '2026-03-02', secretary: '2027-03-01' }],
    ['discovered on the last day of a year', { discoveredOn: day('2026-12-31') }, { individuals: '2027-03-01', secretary: '2027-03-01' }],
    ['discovered in the year before a leap year', { discoveredOn: day('2027-06-15') }, { individuals: '2027-08-14', secretary: '2028-02-29' }],
    ['discovered in a leap year', { discoveredOn: day('2028-02-01') }, { individuals: '2028-04-01', secretary: '2029-03-01' }],
    ['a business associate', { role: 'business-associate', individuals: 900, residents: { WA: 900 } }, { 'covered-entity': '2027-01-22' }],
    ['a Part 2 program that is no covered entity', { role: 'part2-program', individuals: 500 }, { individuals: '2027-01-22', secretary: '2027-01-22' }],
    ['assessed as a breach', { conclusion: 'breach' }, { individuals: '2027-01-22', secretary: '2027-03-01' }],
    ['assessed as a low probability', { conclusion: 'low-probability' }, {}],
    ['an exception', { conclusion: 'exception' }, {}],
    ['secured records', { conclusion: 'secured' }, {}],
    ['law enforcement asks to wait', { delayedUntil: day('2027-02-15') }, { individuals: '2027-02-15', secretary: '2027-03-01' }],
    ['law enforcement asked to wait for less than the time there is', { delayedUntil: day('2026-12-01') }, { individuals: '2027-01-22', secretary: '2027-03-01' }],
  ] as const)('%s', ([, change, expected]) => {
    expect(due(change as Partial<ClockFacts>)).toEqual(expected);
  });

  test('a state adds its own, from its own number of residents on', () => {
    const texas = { state: 'TX', days: 30, fromResidents: 250, says: 'Tell the Attorney General of Texas', citation: 'Tex. Bus. & Com. Code 521.053(i)' };
    const codes = (residents: number) => dutiesOf(facts({ individuals: residents, residents: { TX: residents } }), [texas]).map(({ code }) => code);
    expect(codes(249)).not.toContain('state-TX');
    expect(codes(250)[0]).toBe('state-TX');
  });
});

const anyFacts = fc.record({
  role: fc.constantFrom(...incidentRoles),
  discoveredOn: fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days })),
  individuals: fc.integer({ min: 0, max: 5000 }),
  residents: fc.dictionary(fc.constantFrom('WA', 'OR', 'CA', 'TX'), fc.integer({ min: 0, max: 2000 })),
  conclusion: fc.option(fc.constantFrom(...conclusions)),
  delayedUntil: fc.constant(null),
});

test('individuals and the covered entity never wait longer than 60 days, the Secretary never past the 60th day of the next year', () => {
  fc.assert(
    fc.property(anyFacts, (some) => {
      for (const { code, dueOn } of dutiesOf(some)) {
        const days = some.discoveredOn.until(dueOn, { largestUnit: 'days' }).days;
        expect(days).toBeGreaterThanOrEqual(60);
        if (code !== 'secretary') expect(days).toBe(60);
        else expect(Temporal.PlainDate.compare(dueOn, day(`${some.discoveredOn.year + 1}-03-01`))).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('nothing closes without an assessment, and a breach not before every duty is done', () => {
  fc.assert(
    fc.property(anyFacts, fc.boolean(), (some, all) => {
      const duties = dutiesOf(some).map(({ code }) => code);
      const open = obstaclesToClosing(some, new Set(all ? duties : duties.slice(1)), false);
      if (some.conclusion === null) expect(open.map(({ code }) => code)).toEqual(['incident.not-assessed']);
      else expect(open.length).toBe(all || duties.length === 0 ? 0 : 1);
    }),
  );
});

test('a high factor cannot end in a low probability, readable records are not secured, an exception has a name', () => {
  const codes = (change: object) =>
    obstaclesToAssessment({ conclusion: 'breach', isUnsecured: true, hasException: false, risks: ['low', 'low', 'low', 'low'], ...change }).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ conclusion: 'low-probability', risks: ['low', 'low', 'high', 'low'] })).toEqual(['incident.factor-high']);
  expect(codes({ conclusion: 'secured' })).toEqual(['incident.unsecured']);
  expect(codes({ conclusion: 'exception' })).toEqual(['incident.exception']);
  expect(codes({ hasException: true })).toEqual(['incident.exception']);
});
