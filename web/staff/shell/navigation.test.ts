import { expect, test } from 'vitest';
import { places } from './navigation.ts';

test('each place of the menu stands there once, under a key of its own', () => {
  for (const part of ['to', 'label', 'key'] as const) {
    const told = places.map((place) => place[part]);
    expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
  }
});
