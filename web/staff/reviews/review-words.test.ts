import { expect, test } from 'vitest';
import type { ReviewSummary } from '#server/reviews/charts/reviews.contract.ts';
import { outcomes, progressWords } from './review-words.ts';

const review = (more: Partial<ReviewSummary>): ReviewSummary => ({
  id: 'r',
  patientId: 'p',
  patientName: 'Odile Fenn',
  programId: 'op',
  programName: 'Outpatient',
  checklist: 'chart-audit',
  checklistName: 'Chart audit',
  aboutStaffId: 'ana',
  aboutName: 'Ana',
  openedAt: '2026-11-20T18:00:00Z',
  openedBy: 'Ruth',
  closedAt: '2026-11-21T18:00:00Z',
  drawnSeed: null,
  drawnOf: null,
  items: 4,
  met: 3,
  notMet: 1,
  notApplicable: 0,
  share: 75,
  ...more,
});

test('what is open counts for nobody; shares are of what applies, the weakest first', () => {
  const reviews = [
    review({}),
    review({ met: 1, notMet: 0, notApplicable: 3 }),
    review({ programId: 'iop', programName: 'IOP', met: 1, notMet: 3 }),
    review({ closedAt: null, met: 0, notMet: 4 }),
  ];
  expect(outcomes(reviews, 'program')).toEqual([
    { key: 'iop', name: 'IOP', reviews: 1, met: 1, notMet: 3, share: 25 },
    { key: 'op', name: 'Outpatient', reviews: 2, met: 4, notMet: 1, share: 80 },
  ]);
  expect(outcomes(reviews, 'clinician').map(({ name, reviews: count }) => [name, count])).toEqual([['Ana', 3]]);
  expect([progressWords(review({})), progressWords(review({ closedAt: null }))]).toEqual(['75% met, 1 to mend', '4 of 4 answered']);
});
