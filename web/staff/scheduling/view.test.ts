import { expect, test } from 'vitest';
import { daysOf, stepped, viewOf, whoseQuery } from './view.ts';

test('an address without words is this week of my own', () => {
  const view = viewOf({}, '2026-11-25');
  expect(view).toEqual({ span: 'week', day: '2026-11-25', whose: 'me' });
  expect(daysOf(view)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(whoseQuery(view.whose)).toEqual({});
});

test('a broken day in the address is today', () => {
  expect(viewOf({ day: '2026-1-1', span: 'day' }, '2026-11-25').day).toBe('2026-11-25');
});

test('on and back leads home', () => {
  const view = viewOf({ span: 'day', whose: 'program:x' }, '2026-03-01');
  expect(stepped(view, -1).day).toBe('2026-02-28');
  expect(stepped(stepped(view, 1), -1)).toEqual(view);
  expect(whoseQuery(view.whose)).toEqual({ programId: 'x' });
});
