import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorities, type Act, type Waiting } from './wait.ts';
import { clocksOf, inOrder, obstaclesToAct } from './waitlist.rules.ts';

const start = Temporal.Instant.from('2026-11-23T17:00:00Z');
const at = (hours: number) => start.add({ hours });
const waiting = (priority: string, acts: readonly Act[] = []): Waiting => ({ id: 'w', priority, since: start, acts });
const list = fc.uniqueArray(
  fc.record({ id: fc.uuid(), priority: fc.constantFrom(...priorities.map(({ code }) => code)), since: fc.integer({ min: 0, max: 5 }).map(at), acts: fc.constant([]) }),
  { selector: ({ id }) => id },
);
const rank = (one: Waiting) => priorities.findIndex(({ code }) => code === one.priority);

test('pregnant and injecting come before pregnant, those before injecting, those before all others, and within a class who waits longest; however the list was written', () => {
  expect(priorities.map(({ code }) => code)).toEqual(['pregnant-injecting', 'pregnant', 'injecting', 'other']);
  fc.assert(
    fc.property(list, (people) => {
      const ordered = inOrder(people);
      expect(inOrder(people.toReversed())).toEqual(ordered);
      for (const [index, one] of ordered.slice(1).entries()) {
        const before = ordered[index];
        if (!before) continue;
        expect(rank(before)).toBeLessThanOrEqual(rank(one));
        if (rank(before) === rank(one)) expect(Temporal.Instant.compare(before.since, one.since)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('interim services in time stretch the fourteen days to 120; an hour late they do not; nobody else has that clock', () => {
  const admission = (of: Waiting) => clocksOf(of, at(50)).find(({ code }) => code === 'admission');
  const given = (hours: number): Act => ({ kind: 'interim-given', at: at(hours) });
  expect(admission(waiting('injecting'))).toMatchObject({ dueAt: at(14 * 24), state: 'due' });
  expect(admission(waiting('injecting', [given(48)]))).toMatchObject({ dueAt: at(120 * 24) });
  expect(admission(waiting('injecting', [given(49)]))).toMatchObject({ dueAt: at(14 * 24) });
  expect(admission(waiting('pregnant'))).toBeUndefined();
  const interim = (of: Waiting) => clocksOf(of, at(50)).find(({ code }) => code === 'interim')?.state;
  expect([interim(waiting('pregnant')), interim(waiting('pregnant', [given(47)])), interim(waiting('pregnant', [given(49)])), interim(waiting('other'))]).toEqual([
    'overdue',
    'met',
    'late',
    undefined,
  ]);
});

test('an answer takes an offer, an offer takes its answer, and nothing lies ahead or before the wait', () => {
  const offered: Act = { kind: 'offered', at: at(1) };
  const codes = (acts: readonly Act[], act: Act) => obstaclesToAct(waiting('other', acts), act, at(5)).map(({ code }) => code);
  expect(codes([], { kind: 'accepted', at: at(2) })).toEqual(['wait.nothing-offered']);
  expect(codes([offered], { kind: 'offered', at: at(2) })).toEqual(['wait.offered-already']);
  expect(codes([offered], { kind: 'accepted', at: at(2) })).toEqual([]);
  expect(codes([], { kind: 'reached', at: at(6) })).toEqual(['wait.ahead']);
  expect(codes([], { kind: 'reached', at: at(-1) })).toEqual(['wait.before']);
  expect(clocksOf(waiting('other', [offered]), at(26)).find(({ code }) => code === 'offer')?.state).toBe('overdue');
  expect(clocksOf(waiting('other', [offered, { kind: 'declined', at: at(3) }]), at(26)).map(({ code }) => code)).toEqual(['contact']);
});
