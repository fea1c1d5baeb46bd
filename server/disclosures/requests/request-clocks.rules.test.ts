import { expect, test } from 'vitest';
import { dueOn, extendedTo, obstaclesToClosing, obstaclesToExtending } from './request-clocks.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ['access', '2026-12-23', '2027-01-22'],
  ['amendment', '2027-01-22', '2027-02-21'],
  ['accounting', '2027-01-22', '2027-02-21'],
  ['intermediary-list', '2026-12-23', '2026-12-23'],
] as const)('%s of 23 November is due on %s, at the latest on %s', (kind, due, latest) => {
  expect(dueOn(kind, day('2026-11-23')).toString()).toBe(due);
  expect(extendedTo(kind, day(due)).toString()).toBe(latest);
});

test('there is one extension, in time, and none for the list of intermediaries', () => {
  const open = { kind: 'access' as const, state: 'open', extendedOn: null, dueOn: day('2026-12-23') };
  const codes = (...given: Parameters<typeof obstaclesToExtending>) => obstaclesToExtending(...given).map(({ code }) => code);
  expect(codes(open, day('2026-12-23'))).toEqual([]);
  expect(codes(open, day('2026-12-24'))).toEqual(['request.overdue']);
  expect(codes({ ...open, extendedOn: day('2026-12-01') }, day('2026-12-02'))).toEqual(['request.extended-once']);
  expect(codes({ ...open, kind: 'intermediary-list' }, day('2026-12-01'))).toEqual(['request.no-extension']);
});

test('a denial names a ground that the rule knows, and an accounting is never denied', () => {
  const codes = (kind: 'access' | 'accounting', ground: string | null) =>
    obstaclesToClosing({ kind, state: 'open' }, { state: 'denied', ground }).map(({ code }) => code);
  expect(codes('access', null)).toEqual(['request.ground-missing']);
  expect(codes('access', 'accurate-and-complete')).toEqual(['request.ground-missing']);
  expect(codes('access', 'endangers-life')).toEqual([]);
  expect(codes('accounting', null)).toEqual(['request.cannot-be-denied']);
});
