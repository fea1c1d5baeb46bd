import { expect, test } from 'vitest';
import { offerPolicy, type Slot, type Wish } from './earlier-time.ts';
import { firstWhoSuits, offerExpires, suits } from './fitting.rules.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`);
const now = at('23T18:00');
const slot: Slot = { siteId: 's', programId: 'p', clinicianId: 'c', roomId: null, startsAt: at('24T18:00'), endsAt: at('24T18:50') };
const wish: Wish = {
  id: 'w',
  patientId: 'x',
  programId: 'p',
  appointmentId: 'a',
  version: 1,
  siteId: 's',
  clinicianId: 'c',
  roomId: null,
  startsAt: at('30T18:00'),
  endsAt: at('30T18:50'),
  timeZone: 'America/Los_Angeles',
  anyClinician: false,
  weekdays: [],
  notBefore: null,
  notAfter: null,
  noticeHours: 2,
  isOut: false,
};

test('a freed time suits who holds a later one, has notice, and named neither another day nor another hour', () => {
  // The slot is on a Tuesday from 10:00 to 10:50 where the site is.
  const cases: readonly [Partial<Wish>, boolean][] = [
    [{}, true],
    [{ startsAt: at('24T17:00'), endsAt: at('24T17:50') }, false],
    [{ endsAt: at('30T19:00') }, false],
    [{ clinicianId: 'd' }, false],
    [{ clinicianId: 'd', anyClinician: true }, true],
    [{ programId: 'q' }, false],
    [{ siteId: 't' }, false],
    [{ noticeHours: 25 }, false],
    [{ weekdays: [1, 3] }, false],
    [{ weekdays: [2] }, true],
    [{ notBefore: Temporal.PlainTime.from('10:01') }, false],
    [{ notAfter: Temporal.PlainTime.from('10:50') }, true],
    [{ notAfter: Temporal.PlainTime.from('10:45') }, false],
    [{ isOut: true }, false],
  ];
  for (const [more, expected] of cases) expect(suits(slot, { ...wish, ...more }, now, offerPolicy), JSON.stringify(more)).toBe(expected);
});

test('who asked first and suits is first, and is asked no longer than leaves time to come', () => {
  expect(
    firstWhoSuits(
      slot,
      [
        { ...wish, id: 'one', isOut: true },
        { ...wish, id: 'two' },
        { ...wish, id: 'three' },
      ],
      now,
      offerPolicy,
    )?.id,
  ).toBe('two');
  expect(offerExpires(slot, now, offerPolicy).toString()).toBe('2026-11-23T20:00:00Z');
  expect(offerExpires({ ...slot, startsAt: at('23T20:30') }, now, offerPolicy).toString()).toBe('2026-11-23T19:30:00Z');
});
