import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOfOthers } from './names.rules.ts';

const robert = { name: 'Bobby Núñez', givenName: 'Robert', familyName: 'Núñez' };
const will = { name: 'Will Grant', givenName: 'William', familyName: 'Grant' };
const maria = { name: 'Maria de la Cruz', givenName: 'Maria', familyName: 'de la Cruz' };

test('full, given, family, short and used names are found by whole words, with accents and possessives', () => {
  for (const text of ['robert spoke', 'Rob’s idea', 'told BOB', 'Bobby left', 'Mr. Nunez', 'Núñez said', "robert's coat"])
    expect(namesOfOthers(text, [robert]), text).toHaveLength(1);
  for (const text of ['robotic voice', 'bobbing along', 'roberta came']) expect(namesOfOthers(text, [robert]), text).toEqual([]);
});

test('a name that is a word counts with a capital only, and what one bears oneself is no other', () => {
  expect(namesOfOthers('He will grant that the will matters.', [will])).toEqual([]);
  expect(namesOfOthers('She thanked Will for it.', [will])).toEqual(['Will']);
  expect(namesOfOthers('Maria spoke of la familia.', [{ ...maria, familyName: 'Soto' }], maria)).toEqual([]);
  expect(namesOfOthers('Maria met Soto.', [{ ...maria, familyName: 'Soto' }], maria)).toEqual(['Soto']);
});

test('wherever the name of another stands between other words, it is found', () => {
  const filler = fc.array(fc.constantFrom('spoke', 'of', 'the', 'week', ',', '.', '(', ')', '\n', 'and'), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(filler, fc.constantFrom('Robert', 'bob', 'Núñez', 'NUNEZ', 'Rob'), fc.constantFrom('', "'s", '.', ','), filler, (before, name, mark, after) => {
      expect(namesOfOthers(`${before} ${name}${mark} ${after}`, [robert, will, maria])).toHaveLength(1);
    }),
  );
});
