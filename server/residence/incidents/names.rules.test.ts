import { expect, test } from 'vitest';
import { obstaclesToNames } from './names.rules.ts';

const people = [
  { patientId: 'a', givenName: 'Will', familyName: 'Marsh' },
  { patientId: 'b', givenName: 'Ana Lucia', familyName: 'Marsh' },
];

test('a report about one person names no other, in any part of their name, and may name its own person', () => {
  const told = (text: string) => obstaclesToNames(text, 'a', people, 'x').map(({ says }) => says);
  expect(told('Argued with Lucia at lunch.')).toEqual([expect.stringContaining('Lucia')]);
  expect(told("Took Ana's chair.")).toEqual([expect.stringContaining('Ana')]);
  expect(told('Will Marsh argued with another resident and will stay in the room. An analysis follows.')).toEqual([]);
});
