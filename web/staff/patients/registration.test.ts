import { expect, test } from 'vitest';
import { canLookForDuplicates, undecided } from './registration.ts';

const person = (id: string, band: 'same' | 'likely' | 'possible') => ({
  id,
  mrn: 'M1',
  displayName: 'Ana Ruiz',
  legalName: null,
  pronouns: null,
  birthDate: '1990-01-02',
  age: 36,
  phoneLast4: null,
  hasPhoto: false,
  deceased: false,
  score: 90,
  band,
  because: ['same birth date'],
});

test('a likely double must be looked at, a merely possible one need not', () => {
  const candidates = [person('a', 'same'), person('b', 'likely'), person('c', 'possible')];
  expect(undecided(candidates, []).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(undecided(candidates, ['a', 'b'])).toEqual([]);
});

test('nobody is looked for before name and birth date are there', () => {
  expect(canLookForDuplicates({ givenName: 'Ana', familyName: 'Ruiz', birthDate: '' })).toBe(false);
  expect(canLookForDuplicates({ givenName: 'Ana', familyName: 'Ruiz', birthDate: '1990-01-02' })).toBe(true);
});
