import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excludedFromVault } from './vault-content.rules.ts';

test.each([
  ['She meets F33.1 again', 'vault.holds-diagnosis'],
  ['Asked about methadone 60 mg', 'vault.holds-medication'],
  ['took 0,5 mg at night', 'vault.holds-medication'],
  ['Session started 10:05', 'vault.holds-times'],
  ['billed 90837', 'vault.holds-service'],
])('%s belongs in the chart', (text, code) => {
  expect(excludedFromVault(text).map((obstacle) => obstacle.code)).toEqual([code]);
});

test('what was said and thought stays', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{2,12}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, (said) => {
      expect(excludedFromVault(`${said.join(' ')}. At 10:30 the bell rang; B12 and Apollo 13 came up.`)).toEqual([]);
    }),
  );
});
