import { textOfCells } from './answer.rules.ts';
import { allFields, answerKeys, isAsked, type Answers } from './form.rules.ts';
import type { FieldOf, TemplateField, TemplateForm } from './template.ts';

const example = 'An example of what is written here.';

type Examples = { readonly [Kind in TemplateField['kind']]: (field: FieldOf<Kind>) => string };

const examples: Examples = {
  narrative: () => example,
  text: () => example,
  number: ({ min, max }) => textOfCells({ v: String(min ?? max ?? 1) }),
  date: () => textOfCells({ v: '2026-11-23' }),
  time: () => textOfCells({ v: '09:30' }),
  scale: ({ min }) => textOfCells({ v: String(min) }),
  choice: ({ many, options }) => textOfCells(many ? { [options[0]?.code ?? '']: '1' } : { v: options[0]?.code ?? '' }),
  checklist: ({ options }) => textOfCells(Object.fromEntries(options.map(({ code }) => [code, '1']))),
  grid: ({ rows }) => textOfCells(Object.fromEntries(rows.map((row) => [`${row.key}.${row.options[0]?.code ?? ''}`, '1']))),
  table: ({ columns }) => textOfCells(Object.fromEntries(columns.map(exampleColumn))),
  vitals: ({ measures }) => textOfCells(Object.fromEntries(measures.map((measure) => [measure, '98']))),
  pull: () => textOfCells({ first: 'F41.1 Generalized anxiety disorder' }),
  signature: () => textOfCells({ 't:name': 'Example Person', at: '2026-11-23 09:30' }),
  score: () => '',
  statement: () => '',
};

function exampleColumn({ key, type, options }: { key: string; type: string; options?: readonly { code: string }[] | undefined }): [string, string] {
  const values: Readonly<Record<string, string>> = { number: '7', date: '2026-11-01', choice: options?.[0]?.code ?? '' };
  return [`${type === 'text' ? 't:' : ''}r1.${key}`, values[type] ?? example];
}

/** An answer to every field, for the preview of a form before it is published. */
export function exampleAnswers(form: TemplateForm): Answers {
  const fields = allFields(form).filter(isAsked);
  return Object.fromEntries(fields.map((field) => [field.key, (examples[field.kind] as (field: never) => string)(field as never)]));
}

/** With what a field opens: its default, or nothing. */
function openingAnswer(field: TemplateField): string {
  const start = 'default' in field ? (field.default ?? '') : '';
  if (start === '' || field.kind === 'narrative' || field.kind === 'text') return start;
  return textOfCells(field.kind === 'choice' && field.many ? { [start]: '1' } : { v: start });
}

/** With what a draft opens, by the keys under which it keeps its answers. */
export function openingAnswers(form: TemplateForm): Answers {
  const starts = new Map(allFields(form).map((field) => [field.key, openingAnswer(field)]));
  return Object.fromEntries(answerKeys(form).map((key) => [key, starts.get(key) ?? '']));
}
