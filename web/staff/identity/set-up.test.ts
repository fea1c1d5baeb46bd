import { expect, test } from 'vitest';
import { codeInAddress, complaintsOfStep, emptyFirstRun, firstRunBody, firstStepWith } from './set-up.ts';

test('each step complains of its own fields only', () => {
  const empty = emptyFirstRun('America/Los_Angeles');
  expect(Object.keys(complaintsOfStep(0, empty))).toContain('organisation.name');
  expect(Object.keys(complaintsOfStep(0, empty)).every((path) => path.startsWith('organisation'))).toBe(true);
  expect(Object.keys(complaintsOfStep(2, empty))).toContain('administrator.password');
  expect(firstStepWith(empty)).toBe(0);
});

test('the code of the address in the console is taken from it', () => {
  expect(codeInAddress('#set-up=K7QF-2M9X-PA40')).toBe('K7QF-2M9X-PA40');
  expect(codeInAddress('')).toBe('');
  expect(Object.keys(complaintsOfStep(2, emptyFirstRun('UTC')))).toContain('setUpCode');
  expect(Object.keys(complaintsOfStep(2, emptyFirstRun('UTC', 'K7QF')))).not.toContain('setUpCode');
});

test('what only the form needs is not sent', () => {
  expect(JSON.stringify(firstRunBody(emptyFirstRun('UTC')))).not.toContain('key');
});
