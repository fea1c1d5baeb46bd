import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConsentFacts } from '../decision/facts.ts';
import { openingOf, partOfChart } from './opening.rules.ts';

const label = fc.constantFrom('part2', 'HIV', 'PSY', 'minor-consent');
const held = fc.uniqueArray(
  fc.record({
    source: fc.constantFrom('charting.note', 'charting.diagnosis', 'billing.claim', 'patients.alert'),
    programId: fc.constant('P'),
    labels: fc.uniqueArray(label, { maxLength: 3 }),
  }),
  { maxLength: 8, selector: ({ source, labels }) => `${source} ${labels.toSorted().join()}` },
);

test('an opening covers all labels of what goes, and never all labels of anything that stays', () => {
  fc.assert(
    fc.property(held, fc.func(fc.boolean()), (kinds, goes) => {
      const records = partOfChart('P', kinds);
      const released = records.filter(({ id, class: recordClass }) => recordClass !== 'counseling-note' && goes(id)).map(({ id }) => id);
      const withheld = records.filter(({ id }) => !released.includes(id));
      const opening = openingOf('P', records, { released, withheld: [], restsOn: ['c'] }, [{ id: 'c' } as ConsentFacts]);
      if (!opening) return;
      for (const { id, labels } of records) if (released.includes(id)) expect(opening.labels).toEqual(expect.arrayContaining([...labels]));
      for (const { labels } of withheld) expect(labels.every((one) => opening.labels.includes(one))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('nothing opens without a consent, nor when a private note would go', () => {
  const records = partOfChart('P', [{ source: 'charting.note', programId: 'P', labels: ['part2'] }]);
  const all = records.map(({ id }) => id);
  const consents = [{ id: 'c' } as ConsentFacts];
  expect(openingOf('P', records, { released: all.slice(0, 1), withheld: [], restsOn: [] }, consents)).toBeUndefined();
  expect(openingOf('P', records, { released: all, withheld: [], restsOn: ['c'] }, consents)).toBeUndefined();
  expect(openingOf('P', records, { released: all.slice(0, 1), withheld: [], restsOn: ['c'] }, consents)).toMatchObject({ labels: ['part2'] });
});
