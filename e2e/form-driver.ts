import {
  cellsOf,
  visibleSections,
  type Answers,
  type FieldKind,
  type FieldOf,
  type Template,
  type TemplateField,
} from '#server/charting/templates/templates.contract.ts';
import { expect, type Locator, type Page } from './persona.ts';

/** Gives each filled field words of its own, by which they are found again on the page and in print. */
export class Words {
  readonly #marks: string[] = [];
  readonly marks: readonly string[] = this.#marks;

  say(sentence: string): string {
    const mark = `w${String(this.#marks.length + 1).padStart(3, '0')}`;
    this.#marks.push(mark);
    return `${sentence} ${mark}`;
  }
}

type FillAs<Field> = (place: Locator, field: Field, words: Words, fields: readonly TemplateField[]) => Promise<void>;
type Fill<Kind extends FieldKind> = FillAs<FieldOf<Kind>>;

const sentences = [
  'Reported a steadier week with two difficult evenings and named what helped: walking, calling a friend, writing things down.',
  'Came on time, tired but talkative, and went through the week day by day.',
  'Sleep was between five and six hours on most nights; meals were regular since Tuesday.',
];

/** The answers of a field for which others wait, so that as much of the form as can be is called for; else its first. */
function revealing({ key, options }: FieldOf<'choice'> | FieldOf<'checklist'>, fields: readonly TemplateField[]): readonly string[] {
  const codes = options.map(({ code }) => code);
  const asked = fields.flatMap(({ showIf }) => showIf?.conditions ?? []).filter(({ field }) => field === key);
  const called = codes.filter((code) => asked.some(({ operator, value }) => operator === 'equals' && value === code));
  const others = codes.filter((code) => asked.some(({ operator }) => operator === 'differs') && !asked.some(({ value }) => value === code));
  return [...called, ...others, ...codes].slice(0, Math.max(1, called.length));
}

function labelOf({ options }: FieldOf<'choice'> | FieldOf<'checklist'>, code: string | undefined): string {
  return options.find((option) => option.code === code)?.label ?? '';
}

/** By the keyboard, which every field must allow, and which waits for no picture to be drawn. */
const tick = (box: Locator) => box.press('Space');

/** The one input of a place, whatever its type. */
const typed = (place: Locator, text: string) => place.locator('input').first().fill(text);

const fills: { readonly [Kind in Exclude<FieldKind, 'score' | 'statement'>]: Fill<Kind> } = {
  narrative: async (place, _field, words) => place.getByRole('textbox').fill(words.say(sentences[words.marks.length % sentences.length] ?? '')),
  text: async (place, _field, words) => place.getByRole('textbox').fill(words.say('In a line')),
  number: (place, { min, max }) => typed(place, String(min ?? max ?? 3)),
  date: (place) => typed(place, '2026-11-20'),
  time: (place) => typed(place, '09:30'),
  choice: async (place, field, words, fields) => {
    const codes = revealing(field, fields);
    for (const code of field.many ? codes : codes.slice(0, 1))
      await tick(place.getByRole(field.many ? 'checkbox' : 'radio', { name: labelOf(field, code), exact: true }));
    if (field.other) await place.getByRole('textbox', { name: 'in other words' }).fill(words.say('otherwise'));
  },
  checklist: async (place, field, words, fields) => {
    for (const code of revealing(field, fields)) await tick(place.getByRole('checkbox', { name: labelOf(field, code), exact: true }));
    await place.getByRole('textbox').first().fill(words.say('done'));
  },
  scale: (place, field) => tick(place.getByRole('radio', { name: String(Math.min(field.max, field.min + 4)), exact: true })),
  grid: async (place, { rows }, words) => {
    await place.getByRole('button', { name: /^As expected/ }).press('Enter');
    for (const row of rows.filter(({ askedAnew }) => askedAnew)) {
      const line = place.getByRole('group', { name: row.label, exact: true });
      // What was asked is answered for itself: nothing fills it in with the rest.
      await expect(line.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await tick(line.getByRole('checkbox').first());
    }
    await place.getByRole('textbox').first().fill(words.say('also'));
  },
  table: async (place, { columns }, words) => {
    for (const { label, type, options } of columns) {
      const cell = place.getByLabel(`${label}, line 1`, { exact: true });
      if (type === 'choice') await cell.selectOption({ label: options?.[0]?.label ?? '' });
      else await cell.fill(type === 'text' ? words.say('about') : { number: '2', date: '2026-11-20' }[type]);
    }
  },
  vitals: async (place) => {
    for (const measure of await place.getByRole('textbox').all()) await measure.fill('98');
  },
  pull: async (place) => {
    const pull = place.getByRole('button', { name: /^Pull in:/ });
    if (await pull.isEnabled()) await pull.press('Enter');
  },
  signature: async (place, _field, words) => place.getByRole('textbox').fill(words.say('Robin Example')),
};

async function fillField(page: Page, field: TemplateField, fields: readonly TemplateField[], words: Words): Promise<void> {
  const place = page.locator(`[id="at-sections.${field.key}"]`);
  // What these answers do not call for is not there.
  if (field.kind === 'statement' || (await place.count()) === 0) return;
  if (field.kind === 'score') return expect(place.getByRole('status', { name: field.label })).not.toContainText('nothing answered yet');
  return (fills[field.kind] as FillAs<never>)(place, field as never, words, fields);
}

/** Fills every field that the form asks for, top to bottom, as somebody at the screen does; answers the words that were written. */
export async function fillForm(page: Page, fields: readonly TemplateField[]): Promise<readonly string[]> {
  const words = new Words();
  for (const field of fields) await fillField(page, field, fields, words);
  return words.marks;
}

/** Fields that these answers call for and that hold nothing. */
export function unanswered({ form }: Template, answers: Answers): readonly string[] {
  return visibleSections(form, answers).flatMap(({ fields }) =>
    fields.filter(({ kind, key }) => kind !== 'score' && kind !== 'statement' && !(cellsOf(answers[key] ?? '') && answers[key])).map(({ key }) => key),
  );
}
