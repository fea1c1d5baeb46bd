import { expect, test } from 'vitest';
import type { TimelineEntry } from '#server/timeline/entries/entries.contract.ts';
import { byMonth, placeOf, wantedAmong } from './story.ts';

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  id: 'a',
  kind: 'note',
  at: '2026-11-20T18:00:00Z',
  title: 'DAP',
  detail: '',
  who: '',
  programId: 'p',
  programName: 'Outpatient',
  noteId: null,
  ...more,
});

test('no kind named means every kind; months keep the order', () => {
  const entries = [entry({}), entry({ kind: 'alert' }), entry({ at: '2026-10-15T18:00:00Z', programId: 'q' })];
  expect(wantedAmong(entries, { kinds: [], programId: '', words: '' })).toHaveLength(3);
  expect(wantedAmong(entries, { kinds: ['note'], programId: 'q', words: '' })).toEqual([entries[2]]);
  const level = entry({ kind: 'result', title: 'Lithium level', detail: 'Lithium 1.6 mmol/L (critical)' });
  expect(wantedAmong([...entries, level], { kinds: [], programId: '', words: 'critical lith' })).toEqual([level]);
  expect(byMonth(entries).map(({ month, entries: { length } }) => `${month} ${length}`)).toEqual(['November 2026 2', 'October 2026 1']);
});

test('an addendum leads to its note', () => {
  expect(placeOf(entry({ kind: 'addendum', noteId: 'n' }), 'x')).toBe('/signed-notes/n');
  expect(placeOf(entry({ kind: 'assessment' }), 'x')).toBe('/patients/x/assessments');
});
