import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HouseFacts, Stretch } from './census.ts';
import { censusOf, daysToCount, differencesOf, siteDay } from './census.rules.ts';

const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin'] as const;
const firstDay = Temporal.PlainDate.from('2026-01-01');
const days = 365;

/** Something that happens in a house at an instant, as a person at the door would note it down. */
type Happening = { readonly at: number; readonly who: string } & (
  | { readonly what: 'arrives' | 'moves'; readonly bed: string | null }
  | { readonly what: 'leaves'; readonly as: 'leave' | 'bed-hold' }
  | { readonly what: 'returns' | 'departs' }
);

/** A life in the house: steps forward from midnight to midnight, each at the very edge of one, a millisecond beside it, or somewhere between. */
const life = (zone: string) =>
  fc
    .array(fc.record({ skip: fc.integer({ min: 0, max: 40 }), nudge: fc.constantFrom(-1, 0, 1, 3_600_000, 40_000_000), what: fc.integer({ min: 0, max: 5 }) }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((steps) => {
      let day = firstDay;
      let last = Number.NEGATIVE_INFINITY;
      return steps.flatMap(({ skip, nudge, what }) => {
        day = day.add({ days: skip });
        const at = day.toZonedDateTime(zone).epochMilliseconds + nudge;
        if (at <= last) return [];
        last = at;
        return [{ at, what }];
      });
    });

/** A year of several lives as notes at the door. */
function notesOf(lives: readonly (readonly { at: number; what: number }[])[]): Happening[] {
  return lives.flatMap((steps, person) => {
    let stay = 0;
    let isHere = false;
    let isAway = false;
    return steps.map(({ at, what }): Happening => {
      if (!isHere) {
        stay += 1;
        isHere = true;
        isAway = false;
        return { at, who: `${person}.${stay}`, what: 'arrives', bed: what === 0 ? null : `bed ${what}` };
      }
      const who = `${person}.${stay}`;
      if (isAway && what <= 3) {
        isAway = false;
        return { at, who, what: 'returns' };
      }
      if (what === 5) {
        isHere = false;
        return { at, who, what: 'departs' };
      }
      if (what >= 3 && !isAway) {
        isAway = true;
        return { at, who, what: 'leaves', as: what === 3 ? 'leave' : 'bed-hold' };
      }
      return { at, who, what: 'moves', bed: what === 0 ? null : `bed ${what}` };
    });
  });
}

/** The same notes as the product keeps them: stretches with a beginning and an end. */
function factsOf(notes: readonly Happening[]): HouseFacts {
  const moment = (at: number) => Temporal.Instant.fromEpochMilliseconds(at);
  type Open = { -readonly [Key in keyof Stretch]: Stretch[Key] };
  const residencies: Open[] = [];
  const occupancies: (Open & { bedId: string })[] = [];
  const leaves: (Open & { countsAs: 'leave' | 'bed-hold' })[] = [];
  const end = (list: Open[], who: string, at: number) => {
    const open = list.findLast(({ residencyId, endsAt }) => residencyId === who && endsAt === null);
    if (open) open.endsAt = moment(at);
  };
  for (const note of notes) {
    const begun = { residencyId: note.who, startsAt: moment(note.at), endsAt: null };
    if (note.what === 'arrives') residencies.push(begun);
    if (note.what === 'moves' || note.what === 'departs') end(occupancies, note.who, note.at);
    if ((note.what === 'arrives' || note.what === 'moves') && note.bed !== null) occupancies.push({ ...begun, bedId: note.bed });
    if (note.what === 'leaves') leaves.push({ ...begun, countsAs: note.as });
    if (note.what === 'returns' || note.what === 'departs') end(leaves, note.who, note.at);
    if (note.what === 'departs') end(residencies, note.who, note.at);
  }
  return { residencies, occupancies, leaves };
}

/** Counts by going through the notes in order, from midnight to midnight, with a slate of who is where; knows nothing of stretches. */
function slateAtEachMidnight(notes: readonly Happening[], zone: string): string[][] {
  const inOrder = notes.toSorted((a, b) => a.at - b.at);
  const slate = new Map<string, { bed: string | null; away: string | null; arrived: number }>();
  let next = 0;
  return Array.from({ length: days }, (_unused, index) => {
    const day = firstDay.add({ days: index });
    const from = Temporal.ZonedDateTime.from(`${day.toString()}T00:00[${zone}]`).epochMilliseconds;
    const midnight = Temporal.ZonedDateTime.from(`${day.add({ days: 1 }).toString()}T00:00[${zone}]`).epochMilliseconds;
    const gone: string[] = [];
    for (let note = inOrder[next]; note && note.at < midnight; note = inOrder[(next += 1)]) {
      const known = slate.get(note.who) ?? { bed: null, away: null, arrived: note.at };
      if (note.what === 'departs') {
        slate.delete(note.who);
        if (note.at >= from) gone.push(`${note.who} ${known.bed} discharged ${known.arrived >= from}`);
      } else {
        slate.set(note.who, {
          ...known,
          ...('bed' in note ? { bed: note.bed } : {}),
          ...(note.what === 'leaves' ? { away: note.as } : note.what === 'returns' ? { away: null } : {}),
        });
      }
    }
    const here = [...slate].map(([who, { bed, away, arrived }]) => `${who} ${bed} ${away ?? (arrived >= from ? 'admitted' : 'present')} ${arrived >= from}`);
    return [...here, ...gone].toSorted();
  });
}

// MOORING_CENSUS_RUNS=200 is the big count: 365 days in three time zones each time, some 200,000 midnights.
test('each midnight of a year in three time zones counts as somebody with a slate at the door would', { timeout: 600_000 }, () => {
  const numRuns = Number(process.env['MOORING_CENSUS_RUNS'] ?? 3);
  for (const zone of zones) {
    fc.assert(
      fc.property(fc.array(life(zone), { minLength: 1, maxLength: 12 }), (lives) => {
        const notes = notesOf(lives);
        const facts = factsOf(notes);
        const counted = Array.from({ length: days }, (_unused, index) =>
          censusOf(facts, siteDay(firstDay.add({ days: index }), zone))
            .map(({ residencyId, bedId, status, arrivedToday }) => `${residencyId} ${bedId} ${status} ${arrivedToday}`)
            .toSorted(),
        );
        expect(counted).toEqual(slateAtEachMidnight(notes, zone));
      }),
      { numRuns },
    );
  }
});

test('a day is as long as the clocks of the site make it, and each is counted once, also those that were missed', () => {
  const hours = (day: string) => {
    const { from, midnight } = siteDay(Temporal.PlainDate.from(day), 'America/Los_Angeles');
    return from.until(midnight).total('hours');
  };
  expect([hours('2026-03-08'), hours('2026-03-09'), hours('2026-11-01')]).toEqual([23, 24, 25]);
  const now = Temporal.Instant.from('2026-11-24T07:59:59Z');
  const last = Temporal.PlainDate.from('2026-11-20');
  const counted = (from: Temporal.PlainDate | null, at: Temporal.Instant) => daysToCount(from, at, 'America/Los_Angeles').map(String);
  expect(counted(last, now)).toEqual(['2026-11-21', '2026-11-22']);
  expect(counted(last, now.add({ seconds: 1 }))).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
  expect(counted(Temporal.PlainDate.from('2026-11-23'), now.add({ seconds: 1 }))).toEqual([]);
  expect(counted(null, now)).toEqual(['2026-11-22']);
});

test('two counts of one midnight are told apart person by person', () => {
  const line = { residencyId: 'a', bedId: 'bed 1', status: 'present', arrivedToday: false } as const;
  expect(differencesOf([line], [line])).toEqual([]);
  expect(differencesOf([line], [{ ...line, bedId: 'bed 2' }])).toEqual(['a']);
  expect(differencesOf([line], [{ ...line, residencyId: 'b' }])).toEqual(['a', 'b']);
});
