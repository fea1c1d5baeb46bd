import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, textOfCells } from './answer.rules.ts';
import { broughtOver } from './carried.rules.ts';
import { carriedKey } from './form.rules.ts';
import { renderedSections } from './rendering.rules.ts';
import { standingAnswers } from './standing.rules.ts';
import { TemplateForm, type FieldOf } from './template.ts';

const found = [
  { code: 'usual', label: 'as expected' },
  { code: 'other', label: 'otherwise' },
];
const grid: FieldOf<'grid'> = {
  kind: 'grid',
  key: 'mse',
  label: 'Mental status',
  carry: true,
  rows: [
    { key: 'mood', label: 'Mood', options: found },
    { key: 'speech', label: 'Speech', options: found },
    { key: 'suicidal-thoughts', label: 'Suicidal thoughts', options: found, askedAnew: true },
  ],
};
const form = TemplateForm.parse({
  loinc: '34904-3',
  asksTimes: false,
  asksRisk: false,
  asksDiagnosis: false,
  sections: [
    {
      key: 's',
      label: 'Session',
      fields: [
        { kind: 'narrative', key: 'goal', label: 'Goal', stands: true },
        { kind: 'choice', key: 'look', label: 'Looks', options: found, stands: true },
        {
          kind: 'narrative',
          key: 'how',
          label: 'What differs',
          stands: true,
          showIf: { match: 'all', conditions: [{ field: 'look', operator: 'equals', value: 'other' }] },
        },
        { kind: 'narrative', key: 'plan', label: 'Plan', carry: true },
        grid,
      ],
    },
  ],
});

const cell = fc.constantFrom('mood.usual', 'mood.other', 't:mood', 'speech.usual', 't:speech', 'suicidal-thoughts.usual', 't:suicidal-thoughts');
const answer = fc.dictionary(cell, fc.constant('1')).map((cells) => textOfCells(cells));

test('what comes along never replaces an answer, and never answers for danger', () => {
  fc.assert(
    fc.property(answer, answer, (value, before) => {
      const after = cellsOf(broughtOver(grid, value, before)?.value ?? value);
      for (const [name, said] of Object.entries(cellsOf(value))) expect(after[name]).toBe(said);
      const isDanger = (name: string) => name.includes('suicidal');
      expect(Object.keys(after).filter(isDanger)).toEqual(Object.keys(cellsOf(value)).filter(isDanger));
    }),
  );
});

test('what stands is offered together, as it reads, and only what this note will ask', () => {
  const before = { goal: 'Sleep through the night.', look: textOfCells({ v: 'usual' }), how: 'Tired.', plan: 'Again in a week.' };
  expect(standingAnswers(form, {}, before).map(({ key, says }) => [key, says])).toEqual([
    ['goal', 'Sleep through the night.'],
    ['look', 'as expected'],
  ]);
  expect(standingAnswers(form, { goal: 'Work again.' }, { ...before, look: textOfCells({ v: 'other' }) }).map(({ key }) => key)).toEqual(['look', 'how']);
  expect(standingAnswers(form, {}, { look: textOfCells({ v: 'an answer of an older form' }) })).toEqual([]);
});

test('a grid that came along says so as a whole, and line by line once a line was changed', () => {
  const came = textOfCells({ 'mood.usual': '1', 'speech.usual': '1' });
  const read = (mse: string) => renderedSections(form, { mse, [carriedKey]: textOfCells({ mse: came }) })[0]?.parts[0];
  expect(read(came)).toMatchObject({ carried: true, text: 'Mood: as expected\nSpeech: as expected' });
  expect(read(textOfCells({ 'mood.other': '1', 'speech.usual': '1' }))?.text).toBe('Mood: otherwise\nSpeech: as expected (as in the note before)');
});
