import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WeeklyHours } from '../availability/availability.ts';
import { isSettled, slotsThatSuit, type SlotFacts, type SlotWish } from './slots.rules.ts';
import { common, united, without, type Spans } from './spans.rules.ts';

const spans: fc.Arbitrary<Spans> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
  .map((pairs) => united(pairs.map(([from, length]) => [from, from + length] as const)));
const has = (all: Spans, minute: number) => all.some(([from, to]) => from <= minute && minute < to);

test('the algebra of spans agrees, minute by minute, with sets of minutes', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const [both, rest] = [common(a, b), without(a, b)];
      const minutes = Array.from({ length: 345 }, (_, minute) => minute);
      expect(minutes.filter((minute) => has(both, minute))).toEqual(minutes.filter((minute) => has(a, minute) && has(b, minute)));
      expect(minutes.filter((minute) => has(rest, minute))).toEqual(minutes.filter((minute) => has(a, minute) && !has(b, minute)));
    }),
    { numRuns: 200 },
  );
});

const timeZone = 'America/Los_Angeles';
const siteId = 'site';
const monday = Temporal.PlainDate.from('2026-11-30');
const at = (day: Temporal.PlainDate, time: string) => day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds / 60_000;
const wish: SlotWish = {
  minutes: 50,
  firstDay: monday,
  lastDay: monday.add({ days: 83 }),
  weekdays: [],
  after: null,
  before: null,
  notBefore: 0,
  needsRoom: false,
  count: 8,
};
const facts: SlotFacts = { siteId, timeZone, hours: [], candidates: [{ clinicianId: 'a', taken: [], isTheirs: false }], rooms: [], closed: [] };
const told = (found: SlotFacts, wanted: Partial<SlotWish> = {}) =>
  slotsThatSuit(found, { ...wish, ...wanted }).map(({ start, clinicianId, roomId }) =>
    [
      clinicianId,
      ...(roomId ? [roomId] : []),
      Temporal.Instant.fromEpochMilliseconds(start * 60_000)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString()
        .slice(0, 16),
    ].join(' '),
  );

const dayOf = (start: number) => Math.floor((start - at(monday, '00:00')) / 1440);
const taken = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 96 }), fc.integer({ min: 1, max: 12 })), { maxLength: 60 }).map((pairs): Spans => {
  const begin = at(monday, '00:00');
  return united(pairs.map(([quarter, length]) => [begin + quarter * 15, begin + (quarter + length) * 15] as const));
});

test('whatever stands, a slot that is found is free for clinician, room and patient, within hours, and none that was better was passed over', () => {
  fc.assert(
    fc.property(taken, taken, taken, taken, (first, second, room, patient) => {
      const all: SlotFacts = {
        ...facts,
        candidates: [
          { clinicianId: 'a', taken: first, isTheirs: false },
          { clinicianId: 'b', taken: second, isTheirs: true },
        ],
        rooms: [{ roomId: 'r', taken: room }],
        closed: patient,
      };
      const found = slotsThatSuit(all, { ...wish, lastDay: monday.add({ days: 13 }), needsRoom: true, count: 5 });
      for (const { start, clinicianId } of found) {
        const own = clinicianId === 'a' ? first : second;
        expect(common([[start, start + 50]], united([...own, ...room, ...patient]))).toEqual([]);
        const zoned = Temporal.Instant.fromEpochMilliseconds(start * 60_000).toZonedDateTimeISO(timeZone);
        expect([zoned.dayOfWeek <= 5, zoned.hour >= 8, zoned.add({ minutes: 50 }).hour < 18]).toEqual([true, true, true]);
      }
      // Whoever the patient knows is offered first, on the first day on which any quarter hour is free.
      const [best] = found;
      const isFree = (start: number) => {
        const local = Temporal.Instant.fromEpochMilliseconds(start * 60_000).toZonedDateTimeISO(timeZone);
        const end = local.add({ minutes: 50 });
        const isOpen = local.dayOfWeek <= 5 && local.hour >= 8 && (end.hour < 18 || (end.hour === 18 && end.minute === 0));
        return isOpen && common([[start, start + 50]], united([...second, ...room, ...patient])).length === 0;
      };
      const firstFree = Array.from({ length: 5 * 96 }, (_, quarter) => at(monday, '00:00') + quarter * 15).find(isFree);
      if (firstFree !== undefined) expect([best?.clinicianId, dayOf(best?.start ?? 0)]).toEqual(['b', dayOf(firstFree)]);
    }),
    { numRuns: 100 },
  );
});

test('what three weeks settle is what twelve weeks would have found', () => {
  let settled = 0;
  fc.assert(
    fc.property(taken, taken, fc.boolean(), fc.integer({ min: 1, max: 30 }), (first, second, isTheirs, count) => {
      const both: SlotFacts = {
        ...facts,
        candidates: [
          { clinicianId: 'a', taken: first, isTheirs: false },
          { clinicianId: 'b', taken: second, isTheirs },
        ],
      };
      const near = { ...wish, count, lastDay: monday.add({ days: 20 }) };
      const soon = slotsThatSuit(both, near);
      if (!isSettled(soon, near, timeZone)) return;
      settled += 1;
      expect(soon).toEqual(slotsThatSuit(both, { ...wish, count }));
    }),
    { numRuns: 60 },
  );
  expect(settled).toBeGreaterThan(10);
});

test('hours of one person come before those of the site; wished days and hours, leave, rooms and the end of an authorization narrow the search', () => {
  const hours: WeeklyHours[] = [
    { siteId, clinicianId: 'a', weekday: 2, opens: Temporal.PlainTime.from('13:00'), closes: Temporal.PlainTime.from('15:00'), validFrom: monday, validTo: null },
    {
      siteId: 'elsewhere',
      clinicianId: 'a',
      weekday: 4,
      opens: Temporal.PlainTime.from('09:00'),
      closes: Temporal.PlainTime.from('17:00'),
      validFrom: monday,
      validTo: null,
    },
  ];
  expect(told({ ...facts, hours }, { count: 3 })).toEqual(['a 2026-12-01T13:00', 'a 2026-12-08T13:00', 'a 2026-12-15T13:00']);
  expect(told(facts, { weekdays: [3], after: Temporal.PlainTime.from('16:30'), count: 2 })).toEqual(['a 2026-12-02T16:30', 'a 2026-12-09T16:30']);
  const leave: Spans = [[at(monday, '00:00'), at(monday.add({ days: 7 }), '00:00')]];
  expect(told({ ...facts, candidates: [{ clinicianId: 'a', taken: leave, isTheirs: false }] }, { count: 1 })).toEqual(['a 2026-12-07T08:00']);
  expect(told({ ...facts, candidates: [{ clinicianId: 'a', taken: leave, isTheirs: false }] }, { lastDay: monday.add({ days: 6 }) })).toEqual([]);
  const rooms = [
    { roomId: 'small', taken: [[at(monday, '08:00'), at(monday, '09:00')] as const] },
    { roomId: 'large', taken: [] },
  ];
  expect(told({ ...facts, rooms }, { needsRoom: true, count: 1 })).toEqual(['a large 2026-11-30T08:00']);
  expect(told({ ...facts, rooms: [] }, { needsRoom: true })).toEqual([]);
});

test('who the patient knows is worth a week of waiting and no more; a day without gaps is worth hours', () => {
  const busyWeek: Spans = [[at(monday, '00:00'), at(monday.add({ days: 4 }), '00:00')]];
  const busyMonth: Spans = [[at(monday, '00:00'), at(monday.add({ days: 28 }), '00:00')]];
  const two = (spansOfTheirs: Spans): SlotFacts => ({
    ...facts,
    candidates: [
      { clinicianId: 'a', taken: [], isTheirs: false },
      { clinicianId: 'b', taken: spansOfTheirs, isTheirs: true },
    ],
  });
  expect(told(two(busyWeek), { count: 1 })).toEqual(['b 2026-12-04T08:00']);
  expect(told(two(busyMonth), { count: 1 })).toEqual(['a 2026-11-30T08:00']);
  const noon: Spans = [[at(monday, '10:00'), at(monday, '11:00')]];
  expect(told({ ...facts, candidates: [{ clinicianId: 'a', taken: noon, isTheirs: false }] }, { count: 1 })).toEqual(['a 2026-11-30T09:00']);
});
