import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrenceDays, spanOn } from './recurrence.rules.ts';
import { stepsTo, type Standing, type Step } from './replan.rules.ts';
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('settled' as const, 'own' as const, 'leave-out' as const), at: fc.nat() }) },
);

/** One appointment of the model: when it is, and whether it is still the rule's. */
interface Kept {
  readonly id: string;
  readonly startsAt: string;
  readonly state: Standing['state'];
}
type Places = readonly (Kept | null)[];

const startsOf = (one: Timetable) => occurrenceDays(one).map((day) => spanOn(day, one).startsAt.toString());

/** The places after the steps, as somebody who only follows orders would have them. */
function followed(places: Places, steps: readonly Step[], newId: () => string): Places {
  const after = new Map(places.entries());
  for (const step of steps) {
    const before = places[step.occurrence];
    if (step.does === 'book') after.set(step.occurrence, { id: newId(), startsAt: step.span.startsAt.toString(), state: 'open' });
    if (step.does === 'cancel') after.set(step.occurrence, null);
    if (step.does === 'move' && before) after.set(step.occurrence, { ...before, startsAt: step.span.startsAt.toString() });
  }
  return Array.from({ length: Math.max(places.length, ...[...after.keys()].map((key) => key + 1)) }, (_, index) => after.get(index) ?? null);
}

/** What an event makes of one place; what was attended does not become anything else. */
function happened(place: Kept | null, kind: 'settled' | 'own' | 'leave-out'): Kept | null {
  if (place === null || place.state === 'settled') return place;
  return kind === 'leave-out' ? null : { ...place, state: kind };
}

/** What must stand at one place that had `before`, when the new rule says `start` for it. */
function expected(before: Kept | null | undefined, start: string | undefined): object | null {
  if (before === undefined) return start === undefined ? null : { startsAt: start, state: 'open' };
  if (before === null || before.state !== 'open') return before;
  return start === undefined ? null : { ...before, startsAt: start };
}

function expectPlaces(places: Places, before: Places, { from, starts }: { from: number; starts: readonly string[] }): void {
  for (let index = from; index < places.length; index += 1) {
    const wanted = expected(before[index], starts[index - from]);
    if (wanted === null) expect(places[index]).toBeNull();
    else expect(places[index]).toMatchObject(wanted);
  }
}

function settledIn(places: Places): [string, string][] {
  return places.flatMap((place) => (place?.state === 'settled' ? [[place.id, place.startsAt] as [string, string]] : []));
}

test('after any edits nothing is lost, doubled or ghosted, and what was attended stays as it was', () => {
  fc.assert(
    fc.property(timetable, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let made = 0;
      const newId = () => `a${made++}`;
      let places: Places = startsOf(first).map((startsAt) => ({ id: newId(), startsAt, state: 'open' }));
      const facts = new Map<string, string>();
      for (const one of edits) {
        const at = one.at % places.length;
        if (one.kind !== 'replan') {
          places = places.with(at, happened(places[at] ?? null, one.kind));
          for (const [id, startsAt] of settledIn(places)) facts.set(id, facts.get(id) ?? startsAt);
          continue;
        }
        const before = places;
        const standing = before.flatMap((place, occurrence) => (place ? [{ occurrence, appointmentId: place.id, state: place.state }] : []));
        const steps = stepsTo(standing, { from: at, formerTimes: before.length }, one.next);
        expect(new Set(steps.map(({ occurrence }) => occurrence)).size).toBe(steps.length);
        places = followed(before, steps, newId);
        expect(places.slice(0, at)).toEqual(before.slice(0, at));
        const starts = startsOf(one.next);
        expectPlaces(places, before, { from: at, starts });
      }
      const ids = places.flatMap((place) => (place ? [place.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      for (const [id, startsAt] of settledIn(places)) expect(startsAt).toBe(facts.get(id));
    }),
    { numRuns: Number(process.env['SERIES_EDITS'] ?? 300) },
  );
});
