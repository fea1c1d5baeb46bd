import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf } from './reviews.rules.ts';

const day = (count: number) => Temporal.PlainDate.from('2026-11-01').add({ days: count });
const facts = { admittedOn: day(0), lastReviewOn: null, reviewDays: 14, authorizedThrough: null };

test('the clock runs from the admission, then from each review; the end of what the payer approved wins when it is earlier', () => {
  expect(dueOf(facts, day(10))).toMatchObject({ dueOn: day(14), because: 'program', state: 'later' });
  expect(dueOf(facts, day(11))?.state).toBe('soon');
  expect(dueOf(facts, day(14))?.state).toBe('soon');
  expect(dueOf(facts, day(15))?.state).toBe('overdue');
  expect(dueOf({ ...facts, lastReviewOn: day(13) }, day(15))).toMatchObject({ dueOn: day(27), state: 'later' });
  expect(dueOf({ ...facts, authorizedThrough: day(7) }, day(3))).toMatchObject({ dueOn: day(4), because: 'payer', state: 'soon' });
  expect(dueOf({ ...facts, authorizedThrough: day(30) }, day(3))).toMatchObject({ dueOn: day(14), because: 'program' });
  expect(dueOf({ ...facts, reviewDays: null }, day(3))).toBeUndefined();
  expect(dueOf({ ...facts, reviewDays: null, authorizedThrough: day(7) }, day(3))).toMatchObject({ dueOn: day(4), because: 'payer' });
});

test('nothing is ever due later than either clock says, and a later review never brings it forward', () => {
  const number = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 90 }), fc.option(number), (first, more, reviewDays, through) => {
      const of = { admittedOn: day(0), reviewDays, authorizedThrough: through === null ? null : day(through) };
      const [due, later] = [first, first + more].map((count) => dueOf({ ...of, lastReviewOn: day(count) }, day(0)));
      if (!due?.reviewDueOn || !later) throw new Error('A program with days has a due day');
      expect(Temporal.PlainDate.compare(due.dueOn, due.reviewDueOn)).toBeLessThanOrEqual(0);
      if (due.payerDueOn) expect(Temporal.PlainDate.compare(due.dueOn, due.payerDueOn)).toBeLessThanOrEqual(0);
      expect(Temporal.PlainDate.compare(due.dueOn, later.dueOn)).toBeLessThanOrEqual(0);
    }),
  );
});
