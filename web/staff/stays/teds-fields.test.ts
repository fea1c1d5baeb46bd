import { expect, test } from 'vitest';
import { answersAsked, askedFields } from './teds-fields.ts';

const field = (key: string, needs?: { field: string; none: string }) => ({
  key,
  says: key,
  ref: '',
  kind: 'choice' as const,
  required: true,
  ...(needs ? { needs } : {}),
});
const fields = [field('substance-1'), field('route-1', { field: 'substance-1', none: '01' })];

test('how a substance is taken is asked once one is named, and an answer to what is no longer asked is not sent', () => {
  expect(askedFields(fields, {}).map(({ key }) => key)).toEqual(['substance-1']);
  expect(askedFields(fields, { 'substance-1': '02' })).toHaveLength(2);
  expect(answersAsked(fields, { 'substance-1': '01', 'route-1': '04' })).toEqual({ 'substance-1': '01' });
  expect(answersAsked(fields, { 'substance-1': '02', 'route-1': '' })).toEqual({ 'substance-1': '02' });
});
