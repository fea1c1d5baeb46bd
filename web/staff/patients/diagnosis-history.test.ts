import { expect, test } from 'vitest';
import type { DiagnosisVersion } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { changesSince } from './diagnosis-history.ts';

const first: DiagnosisVersion = {
  code: 'F33.1',
  description: 'Major depressive disorder, recurrent, moderate',
  clinicianLabel: '',
  specifiers: [],
  rank: 1,
  certainty: 'provisional',
  onset: null,
  resolved: null,
  reason: '',
  version: 1,
  enteredInError: false,
  changedAt: '2026-11-20T18:00:00Z',
  changedBy: 'Ana Rivera',
};

test('the history says what changed, from what to what, and nothing else', () => {
  expect(changesSince(first, undefined)).toEqual(['Noted as F33.1 Major depressive disorder, recurrent, moderate', 'provisional']);
  expect(changesSince({ ...first, rank: 2, certainty: 'confirmed', specifiers: ['seasonal pattern'] }, first)).toEqual([
    'Severity, course, remission: none to seasonal pattern',
    'Certainty: provisional to confirmed',
    'Place: 1 to 2',
  ]);
  expect(changesSince({ ...first, enteredInError: true }, first)).toEqual(['Entered in error']);
});
