import fc from 'fast-check';
import { expect, test } from 'vitest';
import evidence from '#content/reviews/evidence.json' with { type: 'json' };
import { cents } from '#server/platform/index.ts';
import { levelsOfCare, standardOfLevel } from '#server/programs/index.ts';
import { censusOf, siteDay, type HouseFacts } from '#server/residence/index.ts';
import { balancesAfter, chargeLines, correctionLines, imbalanceOf } from '../ledger/posting.rules.ts';
import type { Lines } from '../ledger/journal.ts';
import { dayRuleOn, dayRules } from './day-rule.ts';
import { leaveNightsBefore, verdictOfAttendance, verdictOfMidnight } from './day-verdict.rules.ts';
import { differencesOf, payerDayRules, rulesOfDay } from './payer-rule.ts';
import { weekRuleOn } from './week-rule.ts';

const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin'] as const;
// Both changes of the clocks lie within.
const firstDay = Temporal.PlainDate.from('2026-02-20');
const days = 270;
const rate = 52_000;

/** One stay as somebody would tell it: in at a minute, out at another, perhaps into another program in between, away between pairs of minutes; all counted from the first midnight. */
interface Stay {
  readonly arrives: number;
  readonly departs: number | null;
  readonly transfers: number | null;
  readonly away: readonly (readonly [from: number, to: number, kind: 'leave' | 'bed-hold'])[];
}

const minutesOfStay = days * 1440;
const stay: fc.Arbitrary<Stay> = fc
  .record({
    // Some things happen at the very midnight, a minute beside it, or any time.
    moments: fc.uniqueArray(
      fc.oneof(
        fc.integer({ min: 0, max: minutesOfStay }),
        fc.tuple(fc.integer({ min: 1, max: days - 1 }), fc.constantFrom(-1, 0, 1)).map(([day, beside]) => day * 1440 + beside),
      ),
      { minLength: 2, maxLength: 14 },
    ),
    goesOn: fc.boolean(),
    transfers: fc.boolean(),
    kinds: fc.array(fc.constantFrom('leave' as const, 'bed-hold' as const), { minLength: 7, maxLength: 7 }),
  })
  .map(({ moments, goesOn, transfers: isTransferred, kinds }) => {
    const [arrives = 0, ...rest] = moments.toSorted((one, other) => one - other);
    const departs = goesOn ? null : (rest.at(-1) ?? null);
    const between = goesOn ? rest : rest.slice(0, -1);
    const [transfers = null] = isTransferred ? between.slice(Math.floor(between.length / 2)) : [];
    const away = kinds.flatMap((kind, pair): Stay['away'] => {
      const [from, to] = between.slice(pair * 2, pair * 2 + 2);
      if (from === undefined || to === undefined || from === transfers) return [];
      // A transfer ends the leave.
      return [[from, transfers !== null && from < transfers ? Math.min(to, transfers) : to, kind]];
    });
    return { arrives, departs, transfers, away };
  });

/** Real time since the first midnight: the day of a changed clock is as long as it is. */
const momentIn = (zone: string, minute: number) => {
  const day = firstDay.add({ days: Math.floor(minute / 1440) });
  const from = day.toZonedDateTime(zone).epochMilliseconds;
  const until = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(from + Math.floor(((minute % 1440) / 1440) * (until - from)));
};

function factsOf(zone: string, stays: readonly Stay[]): HouseFacts {
  const moment = (minute: number) => momentIn(zone, minute);
  return {
    occupancies: [],
    residencies: stays.flatMap(({ arrives, departs, transfers }, who) => {
      const end = departs === null ? null : moment(departs);
      if (transfers === null) return [{ residencyId: `${who}`, startsAt: moment(arrives), endsAt: end }];
      return [
        { residencyId: `${who}`, startsAt: moment(arrives), endsAt: moment(transfers) },
        { residencyId: `${who} there`, startsAt: moment(transfers), endsAt: end },
      ];
    }),
    leaves: stays.flatMap(({ away, transfers }, who) =>
      away.map(([from, to, countsAs]) => ({
        residencyId: transfers !== null && from >= transfers ? `${who} there` : `${who}`,
        startsAt: moment(from),
        endsAt: moment(to),
        countsAs,
      })),
    ),
  };
}

/** Counts on fingers: of each midnight, whether the person had come before it, had not gone before it and was not away over it. Knows no census. */
function nightsPaid({ arrives, departs, away }: Stay): number {
  let nights = 0;
  for (let midnight = 1440; midnight <= minutesOfStay; midnight += 1440) {
    const isHere = arrives < midnight && (departs === null || departs >= midnight);
    if (isHere && !away.some(([from, to]) => from < midnight && to >= midnight)) nights += 1;
  }
  return nights;
}

/** Brings the ledger of one day to what its verdict says, as charges do. */
function settled(postings: Lines[], isBilled: boolean): Lines[] {
  const posted = balancesAfter(postings);
  const before = Object.fromEntries(Object.entries(posted).map(([account, amount]) => [account, cents(amount)]));
  const correction = correctionLines(before, isBilled ? chargeLines(cents(rate), 'insurance') : {});
  return Object.keys(correction).length === 0 ? postings : [...postings, correction];
}

/** What stands open of one residency for one day, after the day was judged by each of these censuses in turn; every posting balances. */
function owedOf(judgements: readonly ReadonlySet<string>[], residencyId: string): number {
  const postings = judgements.reduce<Lines[]>((ledger, billed) => settled(ledger, billed.has(residencyId)), []);
  expect(postings.map(imbalanceOf)).toEqual(postings.map(() => 0));
  return balancesAfter(postings)['receivable-insurance'];
}

// MOORING_DAY_RUNS=300 is the big count: some half a million midnights, each judged before and after its corrections.
test('of random stays with leaves and transfers, in three time zones, each midnight slept in the house is charged once and no other, also after corrections; the ledger balances', {
  timeout: 600_000,
}, () => {
  const rule = dayRuleOn('ASAM-3.5', '2026-03-01');
  const billed = (facts: HouseFacts, day: Temporal.PlainDate, zone: string) =>
    new Set(
      censusOf(facts, siteDay(day, zone))
        .filter(({ status }) => verdictOfMidnight({ status, leaveKind: 'pass', leaveNightsBefore: 0, night: null, hasStay: true }, rule).verdict === 'billable')
        .map(({ residencyId }) => residencyId),
    );
  for (const zone of zones) {
    fc.assert(
      // What was noted at first, and what was true: the census of each midnight is corrected from one to the other.
      fc.property(fc.array(fc.tuple(stay, stay), { minLength: 1, maxLength: 4 }), (people) => {
        const [noted, corrected] = [
          factsOf(
            zone,
            people.map(([first]) => first),
          ),
          factsOf(
            zone,
            people.map(([, truth]) => truth),
          ),
        ];
        const charged = people.map(() => 0);
        for (let index = 0; index < days; index += 1) {
          const day = firstDay.add({ days: index });
          const [before, after] = [billed(noted, day, zone), billed(corrected, day, zone)];
          for (const who of people.keys()) {
            charged[who] = (charged[who] ?? 0) + owedOf([before, after, after], `${who}`) + owedOf([before, after, after], `${who} there`);
          }
        }
        expect(charged).toEqual(people.map(([, truth]) => nightsPaid(truth) * rate));
      }),
      { numRuns: Number(process.env['MOORING_DAY_RUNS'] ?? 3) },
    );
  }
});

test('each rule agrees with the standard of its levels, with the attendance screen and with what counts as a daily note', () => {
  for (const rule of dayRules) {
    for (const level of rule.levels) {
      const standard = standardOfLevel(level);
      expect(standard?.billing, level).toEqual({ kind: rule.countedBy === 'census' ? 'per-diem' : 'day', procedure: rule.procedure });
      expect(
        standard?.documents.map(({ says }) => says),
        level,
      ).toContain(rule.needsNote.says);
      if (rule.countedBy === 'attendance') expect(weekRuleOn(level, '2026-11-23')?.procedure).toBe(rule.procedure);
      else expect(rule.needsNote.forms).toEqual(expect.arrayContaining(evidence.evidence['Daily note'].forms));
    }
  }
  const byDay = levelsOfCare.filter(({ code }) => ['per-diem', 'day'].includes(standardOfLevel(code)?.billing.kind ?? '')).map(({ code }) => code);
  expect(dayRules.flatMap(({ levels }) => levels).toSorted()).toEqual(byDay.toSorted());
  expect(dayRuleOn('MH-OP', '2026-11-23')).toBeUndefined();
  expect(dayRuleOn('ASAM-3.5', '2025-12-31')).toBeUndefined();
});

test('a day that is not billed says why, and a full day waits for its week only where the week decides', () => {
  const house = dayRuleOn('ASAM-3.5', '2026-11-23');
  const midnight = { status: 'present', leaveKind: null, leaveNightsBefore: 0, night: null, hasStay: true } as const;
  const codeOf = (fact: Partial<Parameters<typeof verdictOfMidnight>[0]>, rule = house) => verdictOfMidnight({ ...midnight, ...fact }, rule).code;
  expect([codeOf({}), codeOf({ status: 'admitted' }), codeOf({ status: 'discharged' }), codeOf({ status: 'absent' }), codeOf({ hasStay: false })]).toEqual([
    'day.billable',
    'day.billable',
    'day.discharge',
    'day.not-counted',
    'day.no-stay',
  ]);
  const away = { status: 'leave', leaveKind: 'therapeutic' } as const;
  expect(codeOf(away)).toBe('day.leave');
  expect(house && codeOf(away, { ...house, paidLeaves: ['therapeutic'] })).toBe('day.billable');
  expect(codeOf({}, dayRuleOn('ASAM-4', '2026-11-23'))).toBe('day.institutional');

  const at = (level: string, minutes: number, is: { dayOver?: boolean; weekOver?: boolean; unmarked?: readonly string[]; night?: string } = {}) =>
    verdictOfAttendance(
      {
        day: '2026-11-23',
        attended: { minutes: new Map([['2026-11-23', minutes]]), services: new Map([['2026-11-23', 1]]) },
        unmarked: is.unmarked ?? [],
        night: is.night ?? null,
        isDayOver: is.dayOver ?? false,
        isWeekOver: is.weekOver ?? false,
        hasStay: true,
      },
      dayRuleOn(level, '2026-11-23'),
      weekRuleOn(level, '2026-11-23'),
    )?.code;
  expect([at('MH-PHP', 240), at('ASAM-2.1', 180), at('ASAM-2.1', 180, { dayOver: true, weekOver: true })]).toEqual([
    'day.billable',
    'charge.week-open',
    'day.week-below',
  ]);
  expect([at('MH-PHP', 239), at('MH-PHP', 239, { dayOver: true }), at('MH-PHP', 0, { dayOver: true })]).toEqual([undefined, 'day.short', 'day.absent']);
  expect([at('MH-PHP', 240, { night: 'H0018' }), at('MH-PHP', 200, { night: 'H0018', dayOver: true })]).toEqual(['day.within-night', 'day.short']);
  expect([at('MH-PHP', 240, { unmarked: ['Skills'] }), at('MH-PHP', 240, { unmarked: ['Skills'], dayOver: true })]).toEqual([undefined, 'charge.attendance-open']);
});

const payer = (electronicId: string, filingIndicator = 'CI') => ({ name: 'Plan', electronicId, filingIndicator });

test('every rule of a payer changes something that is billed, has its source and days, and none contradicts another of the same payer', () => {
  for (const rule of payerDayRules) {
    expect(rule.source.length, rule.says).toBeGreaterThan(10);
    for (const level of rule.levels) {
      const of = 'electronicId' in rule.payer ? payer(rule.payer.electronicId) : payer('', rule.payer.filingIndicator);
      expect(dayRuleOn(level, rule.validFrom), level).toBeDefined();
      const general = rulesOfDay(level, rule.validFrom, undefined);
      const own = rulesOfDay(level, rule.validFrom, of);
      expect([own.day, own.week], rule.says).not.toEqual([general.day, general.week]);
      const fields = differencesOf(of, level, rule.validFrom).flatMap(({ differs }) => Object.keys(differs));
      expect(new Set(fields).size, `${rule.says} at ${level}`).toBe(fields.length);
    }
  }
  expect(differencesOf(payer('77032'), 'ASAM-3.5', '2025-12-31')).toEqual([]);
});

test('what a single payer says goes before what holds for its kind, and what neither says is as for all', () => {
  const base = { levels: ['ASAM-3.5'], says: 'x', source: 'y', validFrom: '2026-01-01', validTo: null };
  const rules = [
    { ...base, payer: { electronicId: '1' }, differs: { countsDischarge: false, procedure: 'H0019' } },
    { ...base, payer: { filingIndicator: 'CH' }, differs: { countsDischarge: true, modifiers: ['HK'] } },
  ];
  const { day } = rulesOfDay('ASAM-3.5', '2026-11-23', payer('1', 'CH'), rules);
  expect(day).toMatchObject({ countsDischarge: false, procedure: 'H0019', modifiers: ['HK'], placesOfService: ['55'] });
});

test('a payer may count the day of discharge, pay so many nights on leave, ask for services, and pay by the week', () => {
  const house = dayRuleOn('ASAM-3.5', '2026-11-23');
  const iop = weekRuleOn('ASAM-2.1', '2026-11-23');
  if (!house || !iop) throw new Error('The shipped rules name both levels');
  const night = { status: 'discharged', leaveKind: null, leaveNightsBefore: 0, night: null, hasStay: true } as const;
  expect(verdictOfMidnight(night, { ...house, countsDischarge: true }).verdict).toBe('billable');
  expect(verdictOfMidnight({ ...night, night: 'H0018' }, { ...house, countsDischarge: true }).code).toBe('day.within-night');

  const paying = { ...house, paidLeaves: ['therapeutic'], leaveNights: { upTo: 2, per: 'month' as const } };
  const leaves = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-11-20'].map((day) => ({ day, leaveKind: 'therapeutic' }));
  const away = (day: string) =>
    verdictOfMidnight({ ...night, status: 'leave', leaveKind: 'therapeutic', leaveNightsBefore: leaveNightsBefore(leaves, day, paying, '2026-10-01') }, paying).code;
  expect(leaves.map(({ day }) => away(day))).toEqual(['day.billable', 'day.billable', 'day.billable', 'day.leave-limit']);
  expect(leaveNightsBefore(leaves, '2026-11-20', { ...paying, leaveNights: { upTo: 2, per: 'stay' } }, '2026-11-03')).toBe(1);

  const days = ['2026-11-23', '2026-11-25', '2026-11-27'];
  const attended = { minutes: new Map(days.map((day) => [day, 180])), services: new Map(days.map((day) => [day, 2])) };
  const rule = dayRuleOn('ASAM-2.1', '2026-11-23');
  const codes = (more: object) =>
    days.map(
      (day) => verdictOfAttendance({ day, attended, unmarked: [], night: null, isDayOver: true, isWeekOver: true, hasStay: true }, rule, { ...iop, ...more })?.code,
    );
  expect(codes({ unit: 'week' })).toEqual(['day.billable', 'day.within-week', 'day.within-week']);
  expect(codes({ servicesPerDay: 3 })).toEqual(['day.few-services', 'day.few-services', 'day.few-services']);
});
