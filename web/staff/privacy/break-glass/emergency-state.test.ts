import { expect, test } from 'vitest';
import { emergencyAt } from './emergency-state.ts';

const one = '019aaaaa-0000-7000-8000-000000000001';
const other = '019aaaaa-0000-7000-8000-000000000002';

test('requests from the chart that is open in an emergency say so, and no others do', () => {
  expect(emergencyAt(`/patients/${one}/notes`, new Set([one]))).toBe(one);
  expect(emergencyAt(`/patients/${other}`, new Set([one]))).toBeUndefined();
  expect(emergencyAt('/schedule', new Set([one]))).toBeUndefined();
});

test('a note belongs to the emergency while there is only one', () => {
  expect(emergencyAt('/signed-notes/x', new Set([one]))).toBe(one);
  expect(emergencyAt('/signed-notes/x', new Set([one, other]))).toBeUndefined();
});
