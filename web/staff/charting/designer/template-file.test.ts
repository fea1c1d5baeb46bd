import { expect, test } from 'vitest';
import { blankForm, withKind } from '#server/charting/designs/designs.contract.ts';
import { fileOf, templateInFile } from './template-file.ts';

const ours = '0199a000-0000-7000-8000-000000000001';
const theirs = '0199a000-0000-7000-8000-000000000002';
const form = { ...withKind(blankForm('first'), 'first', 'scale', 'sleep'), programs: [ours, theirs] };

test.each(['json', 'questionnaire'] as const)('a template taken along as %s comes back whole, but for programs of another organisation', (kind) => {
  const { text } = fileOf(kind, { code: 'sleep', name: 'Sleep', version: 3, form });
  expect(templateInFile(text, [ours, theirs])).toEqual({ code: 'sleep', name: 'Sleep', form, left: [] });
  const elsewhere = templateInFile(text, [ours]);
  expect(elsewhere.form.programs).toEqual([ours]);
  expect(elsewhere.left).toHaveLength(1);
});

test.each([
  ['nothing', 'not JSON'],
  ['{"resourceType":"Questionnaire"}', 'lacks what FHIR R4 asks for'],
  ['{"form":{"sections":[]}}', 'no note template'],
])('%s is refused in words', (text, says) => {
  expect(() => templateInFile(text, [])).toThrow(says);
});
