import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrenceDays, spanOn } from './recurrence.rules.ts';
import { stepsTo, type Standing } from './replan.rules.ts';
import type { Timetable } from './series.ts';

const zones = ['America/Los_Angeles', 'America/New_York', 'America/Phoenix', 'Pacific/Honolulu', 'America/Anchorage'] as const;
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
  minutes: fc.integer({ min: 3, max: 24 }).map((fives) => fives * 5),
  timeZone: fc.constantFrom(...zones),
  times: fc.integer({ min: 1, max: 30 }),
});

/** Somebody edits the rest of a series from one of its occurrences on; or something happens to one appointment. */
const edit = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replan' as const), at: fc.nat(), next: timetable }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('settle' as const, 'own' as const, 'leave-out' as const), at: fc.nat() }) },
);

/** One appointment of the model: when it is, and whether it is still the rule's. */
interface Kept {
  readonly id: string;
  readonly startsAt: string;
  readonly state: Standing['state'];
}

test('after any edits nothing is lost, doubled or ghosted, and what was attended stays as it was', () => {
  fc.assert(
    fc.property(timetable, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let current = first;
      let places: (Kept | null)[] = occurrenceDays(first).map((day, index) => ({ id: `a${index}`, startsAt: spanOn(day, first).startsAt.toString(), state: 'open' }));
      const facts = new Map<string, string>();
      let made = places.length;
      for (const one of edits) {
        const at = one.at % places.length;
        const here = places[at];
        if (one.kind !== 'replan') {
          if (here) places[at] = one.kind === 'leave-out' ? null : { ...here, state: one.kind === 'settle' ? 'settled' : 'own' };
          if (here && one.kind === 'settle') facts.set(here.id, here.startsAt);
          continue;
        }
        const standing = places.flatMap((place, occurrence) => (place ? [{ occurrence, appointmentId: place.id, state: place.state }] : []));
        const steps = stepsTo(standing, { from: at, formerTimes: places.length }, one.next);
        const days = occurrenceDays(one.next).map((day) => spanOn(day, one.next).startsAt.toString());
        // Each place is spoken of at most once, and none before the one from which on it was changed.
        expect(new Set(steps.map(({ occurrence }) => occurrence)).size).toBe(steps.length);
        expect(steps.every(({ occurrence }) => occurrence >= at)).toBe(true);
        const after: (Kept | null)[] = Array.from({ length: Math.max(places.length, at + one.next.times) }, (_, index) => places[index] ?? null);
        for (const step of steps) {
          const before = places[step.occurrence];
          if (step.does === 'keep') continue;
          if (step.does === 'book') after[step.occurrence] = { id: `a${made++}`, startsAt: step.span.startsAt.toString(), state: 'open' };
          else if (step.does === 'cancel') after[step.occurrence] = null;
          else if (before && step.does === 'move') after[step.occurrence] = { ...before, startsAt: step.span.startsAt.toString() };
        }
        for (let index = at; index < after.length; index += 1) {
          const [before, now, day] = [places[index], after[index], days[index - at]];
          if (before && before.state !== 'open') expect(now).toEqual(before);
          else if (before) expect(now).toEqual(day === undefined ? null : { ...before, startsAt: day });
          else if (index >= places.length) expect(now?.startsAt).toBe(day);
          else expect(now).toBeNull();
        }
        places = after.slice(at);
        current = one.next;
      }
      const ids = places.flatMap((place) => (place ? [place.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      for (const place of places) if (place && facts.has(place.id)) expect(place.startsAt).toBe(facts.get(place.id));
      expect(current.times).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env['SERIES_EDITS'] ?? 3000) },
  );
});
