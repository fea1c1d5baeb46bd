import { expect, test } from 'vitest';
import { textOfCells } from './answer.rules.ts';
import { renderedSections } from './rendering.rules.ts';
import { TemplateForm } from './template.ts';

const form = TemplateForm.parse({
  loinc: '11488-4',
  asksTimes: false,
  asksRisk: false,
  asksDiagnosis: false,
  sections: [
    {
      key: 'who',
      label: 'Who was there',
      fields: [
        { kind: 'number', key: 'count', label: 'How many', unit: 'people' },
        { kind: 'number', key: 'dose', label: 'Dose', unit: 'mg' },
      ],
    },
  ],
});
const read = (count: string, dose: string) =>
  renderedSections(form, { count: textOfCells({ v: count }), dose: textOfCells({ v: dose }) })[0]?.parts.map(({ text }) => text);

test.each([
  ['1', '1', ['1 person', '1 mg']],
  ['0', '0.5', ['0 people', '0.5 mg']],
  ['12', '1.0', ['12 people', '1.0 mg']],
])('a number is read with its unit: %s people, %s mg', (count, dose, said) => {
  expect(read(count, dose)).toEqual(said);
});
