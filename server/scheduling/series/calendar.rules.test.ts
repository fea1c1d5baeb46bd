import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { busyEvents, calendarText, seriesEvents, timeZoneLines } from './calendar.rules.ts';
import { occurrenceDays, spanOn } from './recurrence.rules.ts';
import { stepsTo, type Standing } from './replan.rules.ts';
import type { Timetable } from './series.ts';

const zones = ['America/Los_Angeles', 'America/New_York', 'America/Phoenix', 'Pacific/Honolulu', 'America/Anchorage'] as const;
const madeAt = Temporal.Instant.from('2026-01-01T00:00:00Z');
const timetable: fc.Arbitrary<Timetable> = fc.record({
  recurrence: fc.oneof(
    fc.record({ frequency: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      frequency: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 4 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ frequency: fc.constant('monthly' as const), interval: fc.integer({ min: 1, max: 3 }), by: fc.constantFrom('day-of-month' as const, 'weekday' as const) }),
  ),
  firstDay: fc.integer({ min: 0, max: 700 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days })),
  time: fc.integer({ min: 0, max: 95 }).map((quarter) => Temporal.PlainTime.from('00:00').add({ minutes: quarter * 15 })),
  minutes: fc.integer({ min: 1, max: 24 }).map((fives) => fives * 5),
  timeZone: fc.constantFrom(...zones),
  times: fc.integer({ min: 1, max: 20 }),
});

/** What somebody does: plan this and all that follow anew; or move, call off or attend one. `series` and `at` choose among what there is. */
const edit = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replan' as const), series: fc.nat(), at: fc.nat(), next: timetable }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('move' as const, 'call-off' as const, 'attend' as const),
      series: fc.nat(),
      at: fc.nat(),
      hours: fc.integer({ min: 1, max: 90 }),
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

interface Visit {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly state: Standing['state'];
}

/** A series with what stands at each of its places; null where it was called off. */
interface Kept {
  readonly rule: Timetable;
  readonly visits: readonly (Visit | null)[];
}

let made = 0;
const newVisit = (span: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }): Visit => ({ id: `v${made++}`, ...span, state: 'open' });

/** This and all that follow: the rest becomes a series of its own, as the steps say. */
function replanned({ rule, visits }: Kept, from: number, next: Timetable): Kept[] {
  const standing = visits.flatMap((visit, occurrence) => (visit ? [{ occurrence, appointmentId: visit.id, state: visit.state }] : []));
  const rest = new Map<number, Visit | null>(visits.slice(from).map((visit, index) => [index, visit]));
  for (const step of stepsTo(standing, { from, formerTimes: visits.length }, next)) {
    const [index, before] = [step.occurrence - from, visits[step.occurrence]];
    if (step.does === 'book') rest.set(index, newVisit(step.span));
    if (step.does === 'cancel') rest.set(index, null);
    if (step.does === 'move' && before) rest.set(index, { ...before, ...step.span });
  }
  const after: Kept = {
    rule: next,
    visits: Array.from({ length: Math.max(next.times, ...[...rest.keys()].map((key) => key + 1)) }, (_, index) => rest.get(index) ?? null),
  };
  return from === 0 ? [after] : [{ rule: { ...rule, times: from }, visits: visits.slice(0, from) }, after];
}

function edited(all: readonly Kept[], one: Edit): readonly Kept[] {
  const index = one.series % all.length;
  const series = all[index];
  if (!series) return all;
  const at = one.at % series.visits.length;
  if (one.kind === 'replan') return all.toSpliced(index, 1, ...replanned(series, at, one.next));
  const visit = series.visits[at];
  if (!visit || visit.state === 'settled') return all;
  const by = { hours: one.kind === 'move' ? one.hours : 0 };
  const after: Visit | null =
    one.kind === 'call-off' ? null : { ...visit, startsAt: visit.startsAt.add(by), endsAt: visit.endsAt.add(by), state: one.kind === 'attend' ? 'settled' : 'own' };
  return all.with(index, { ...series, visits: series.visits.with(at, after) });
}

const told = (startsAt: Temporal.Instant, endsAt: Temporal.Instant) => `${startsAt.toString()} ${endsAt.toString()}`;
const instant = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);

/** The visits that a calendar library finds in a file, with nothing of ours but the text. */
function imported(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException()) return [];
    const days = event.iterator();
    const found: string[] = [];
    for (let day = days.next(); day; day = days.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(day);
      found.push(told(instant(startDate), instant(endDate)));
    }
    return found;
  });
}

function exported({ rule, visits }: Kept): string {
  const spans = occurrenceDays(rule).map((day) => spanOn(day, rule));
  const ends = [...spans, ...visits.flatMap((visit) => visit ?? [])].map(({ endsAt }) => endsAt).toSorted((a, b) => Temporal.Instant.compare(a, b));
  const zone = timeZoneLines(rule.timeZone, { startsAt: spans[0]?.startsAt ?? madeAt, endsAt: ends.at(-1) ?? madeAt });
  const kept = visits.flatMap((visit, occurrence) => (visit ? [{ occurrence, startsAt: visit.startsAt, endsAt: visit.endsAt }] : []));
  return calendarText([...zone, ...seriesEvents('one', rule, kept, madeAt)]);
}

test('after any edits a calendar library reads back exactly what stands, and what was attended stays as it was', { timeout: 7_200_000 }, () => {
  fc.assert(
    fc.property(timetable, fc.array(edit, { maxLength: 6 }), (first, edits) => {
      let all: readonly Kept[] = [{ rule: first, visits: occurrenceDays(first).map((day) => newVisit(spanOn(day, first))) }];
      const attended = new Map<string, string>();
      for (const one of edits) {
        all = edited(all, one);
        for (const visit of all.flatMap(({ visits }) => visits))
          if (visit?.state === 'settled' && !attended.has(visit.id)) attended.set(visit.id, told(visit.startsAt, visit.endsAt));
      }
      const standing = all.flatMap(({ visits }) => visits).filter((visit) => visit !== null);
      expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length);
      for (const { id, state, startsAt, endsAt } of standing) if (state === 'settled') expect(told(startsAt, endsAt)).toBe(attended.get(id));
      expect(standing.filter(({ state }) => state === 'settled')).toHaveLength(attended.size);
      for (const series of all) {
        const wanted = series.visits.flatMap((visit) => (visit ? [told(visit.startsAt, visit.endsAt)] : []));
        expect(imported(exported(series)).toSorted()).toEqual(wanted.toSorted());
      }
    }),
    { numRuns: Number(process.env['SERIES_EDITS'] ?? 150) },
  );
});

test('taken time says that it is taken and nothing else', () => {
  const span = { startsAt: Temporal.Instant.from('2026-11-24T17:00:00Z'), endsAt: Temporal.Instant.from('2026-11-24T17:50:00Z') };
  const text = calendarText(busyEvents(() => 'a1', [span], madeAt));
  expect(imported(text)).toEqual([told(span.startsAt, span.endsAt)]);
  expect(text.split('\r\n').filter((line) => line.startsWith('SUMMARY'))).toEqual(['SUMMARY:Busy']);
  expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true);
});
