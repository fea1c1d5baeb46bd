import { expect, test } from 'vitest';
import standards from '#content/programs/standards.json' with { type: 'json' };
import { documentDue } from './due-documents.rules.ts';
import { askedElsewhere, evidenceFor } from './missing.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const due = (needed: object, done: string[]) =>
  documentDue({ says: 'x', withinDays: 3, everyDays: null, ...needed }, day('2026-11-10'), done.map(day), 14)?.toString() ?? null;

test('the first is due from admission, the next from the last; what was written just before counts, what is older does not', () => {
  expect(due({}, [])).toBe('2026-11-13');
  expect(due({}, ['2026-11-12'])).toBeNull();
  expect(due({}, ['2026-10-27'])).toBeNull();
  expect(due({}, ['2026-10-26'])).toBe('2026-11-13');
  expect(due({ everyDays: 14 }, ['2026-11-20', '2026-11-12'])).toBe('2026-12-04');
  expect(due({ withinDays: null, everyDays: 30 }, [])).toBe('2026-12-10');
  expect(due({ withinDays: null }, [])).toBeNull();
});

test('every document that a level asks for is looked for somewhere', () => {
  const asked = new Set(Object.values(standards.levels).flatMap(({ documents }) => documents.map(({ says }) => says)));
  expect([...asked].filter((says) => !askedElsewhere.includes(says) && !evidenceFor(says))).toEqual([]);
});
