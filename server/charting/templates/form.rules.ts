import { cellsOf } from './answer.rules.ts';
import type { Condition, FieldOf, ShowIf, TemplateField, TemplateForm, TemplateSection } from './template.ts';

/** Answers by the key of their field, as a draft keeps them: prose, or cells. */
export type Answers = Readonly<Record<string, string>>;

/** The draft's own memory of what was carried forward: per field the text that came along. Part of every form that lets something be carried. */
export const carriedKey = 'carried-forward';

/** The fields of a section; a section of the first forms is one narrative field. */
export function fieldsOf(section: TemplateSection): readonly TemplateField[] {
  if (section.fields) return section.fields;
  const { key, label, hint, required } = section;
  return [{ kind: 'narrative', key, label, carry: true, ...(hint === undefined ? {} : { hint }), ...(required === undefined ? {} : { required }) }];
}

/** All fields of a form in their order. */
export function allFields(form: TemplateForm): readonly TemplateField[] {
  return form.sections.flatMap(fieldsOf);
}

/** Whether something is typed or chosen in the field; scores are computed and statements only read. */
export function isAsked(field: TemplateField): field is Exclude<TemplateField, FieldOf<'score'> | FieldOf<'statement'>> {
  return field.kind !== 'score' && field.kind !== 'statement';
}

/** Whether an answer of the note before may come along. */
export function mayCarry(field: TemplateField): boolean {
  return ('carry' in field && field.carry === true) || ('stands' in field && field.stands === true);
}

/** The keys under which a draft of this form keeps its answers. */
export function answerKeys(form: TemplateForm): readonly string[] {
  const fields = allFields(form);
  const keys = fields.filter(isAsked).map((field) => field.key);
  return fields.some(mayCarry) ? [...keys, carriedKey] : keys;
}

function isProse(field: TemplateField): boolean {
  return field.kind === 'narrative' || field.kind === 'text';
}

/** Whether the field holds an answer. */
export function isAnswered(field: TemplateField, answers: Answers): boolean {
  const text = answers[field.key] ?? '';
  return isProse(field) ? text.trim() !== '' : Object.keys(cellsOf(text)).length > 0;
}

function valuesOf(text: string): readonly string[] {
  const cells = cellsOf(text);
  const marked = Object.entries(cells).filter(([name, value]) => value === '1' && !name.startsWith('t:'));
  return [text, ...(cells['v'] === undefined ? [] : [cells['v']]), ...marked.map(([name]) => name)];
}

function holds({ field, operator, value }: Condition, answers: Answers): boolean {
  const text = answers[field] ?? '';
  if (operator === 'answered') return text.trim() !== '';
  const isThere = valuesOf(text).includes(value ?? '');
  return operator === 'equals' ? isThere : !isThere;
}

function isShown(rule: ShowIf | undefined, answers: Answers): boolean {
  if (!rule) return true;
  return rule.match === 'all' ? rule.conditions.every((one) => holds(one, answers)) : rule.conditions.some((one) => holds(one, answers));
}

/** The sections and fields that these answers call for. An answer in a hidden field counts for nothing, but is kept until the note is signed. */
export function visibleSections(form: TemplateForm, answers: Answers): readonly { readonly section: TemplateSection; readonly fields: readonly TemplateField[] }[] {
  const hidden = new Set<string>();
  const visible = form.sections.map((section) => {
    const isOpen = isShown(section.showIf, withoutHidden(answers, hidden));
    const fields = fieldsOf(section).filter((field) => {
      if (isOpen && isShown(field.showIf, withoutHidden(answers, hidden))) return true;
      hidden.add(field.key);
      return false;
    });
    return { section, fields };
  });
  return visible.filter(({ fields }) => fields.length > 0);
}

function withoutHidden(answers: Answers, hidden: ReadonlySet<string>): Answers {
  return hidden.size === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key)));
}

/** Something that must be answered before the signature. */
export interface Lacking {
  readonly field: string;
  readonly says: string;
}

function lackingRows(field: FieldOf<'grid'>, answers: Answers): Lacking[] {
  const names = Object.keys(cellsOf(answers[field.key] ?? ''));
  return field.rows
    .filter((row) => row.required && !names.some((name) => name.startsWith(`${row.key}.`) || name === `t:${row.key}`))
    .map((row) => ({ field: field.key, says: `Describe "${row.label}" in "${field.label}".` }));
}

function isReadable(field: TemplateField, text: string): boolean {
  return text === '' || isProse(field) || Object.keys(cellsOf(text)).length > 0;
}

function rangeFault(field: FieldOf<'number'> | FieldOf<'scale'>, answers: Answers): Lacking[] {
  const value = cellsOf(answers[field.key] ?? '')['v'];
  if (value === undefined) return [];
  const number = Number(value);
  if (Number.isFinite(number) && number >= (field.min ?? -Infinity) && number <= (field.max ?? Infinity)) return [];
  return [
    {
      field: field.key,
      says: `"${field.label}" must be a number${field.min === undefined ? '' : ` from ${field.min}`}${field.max === undefined ? '' : ` to ${field.max}`}.`,
    },
  ];
}

function namesItsRows(field: TemplateField): boolean {
  return field.kind === 'grid' && field.rows.some((row) => row.required);
}

function lackingIn(section: TemplateSection, field: TemplateField, answers: Answers): Lacking[] {
  if (!isAsked(field)) return [];
  if (!isReadable(field, answers[field.key] ?? '')) return [{ field: field.key, says: `The answer to "${field.label}" cannot be read. Choose again.` }];
  const where = section.label === field.label ? '' : ` in "${section.label}"`;
  if (field.required && !isAnswered(field, answers) && !namesItsRows(field)) {
    return [{ field: field.key, says: `${isProse(field) ? 'Write' : 'Answer'} "${field.label}"${where}.` }];
  }
  if (field.kind === 'grid') return lackingRows(field, answers);
  return field.kind === 'number' || field.kind === 'scale' ? rangeFault(field, answers) : [];
}

/** What a form of fields still lacks, each named; empty when complete. Hidden fields are never missed. */
export function lackingAnswers(form: TemplateForm, answers: Answers): readonly Lacking[] {
  return visibleSections(form, answers).flatMap(({ section, fields }) => fields.flatMap((field) => lackingIn(section, field, answers)));
}

function pointsOf(field: TemplateField | undefined, text: string): number | undefined {
  const cells = cellsOf(text);
  if (!field || Object.keys(cells).length === 0) return undefined;
  if (field.kind === 'scale' || field.kind === 'number') return cells['v'] === undefined ? undefined : Number(cells['v']);
  if (field.kind !== 'choice' && field.kind !== 'checklist') return undefined;
  return field.options
    .filter(({ code }) => cells['v'] === code || cells[code] === '1')
    .reduce((sum, option) => sum + (option.score ?? (field.kind === 'checklist' ? 1 : 0)), 0);
}

/** A computed score over other fields; undefined while none of them is answered. A count counts the answered ones. */
export function scoreOf(
  field: FieldOf<'score'>,
  fields: readonly TemplateField[],
  answers: Answers,
): { readonly value: number; readonly band: string | undefined } | undefined {
  const points = field.of
    .flatMap(
      (key) =>
        pointsOf(
          fields.find((one) => one.key === key),
          answers[key] ?? '',
        ) ?? [],
    )
    .filter(Number.isFinite);
  if (points.length === 0) return undefined;
  const sum = points.reduce((total, each) => total + each, 0);
  const value = field.formula === 'count' ? points.length : field.formula === 'mean' ? Math.round((sum / points.length) * 100) / 100 : sum;
  return { value, band: field.bands?.find(({ from, to }) => value >= from && value <= to)?.label };
}

/** Whether a program uses the form: by its kind, or because it is named. A form that names neither is for all. */
export function isUsedIn({ programKinds = [], programs = [] }: TemplateForm, program: { readonly id: string; readonly kind: string }): boolean {
  if (programKinds.length === 0 && programs.length === 0) return true;
  return programKinds.includes(program.kind) || programs.includes(program.id);
}

/** The sensitivity labels that these answers put on their note. */
export function labelsOfAnswers(form: TemplateForm, answers: Answers): readonly string[] {
  const answered = visibleSections(form, answers).flatMap(({ fields }) => fields.filter((field) => isAsked(field) && isAnswered(field, answers)));
  return [...new Set(answered.flatMap((field) => ('privacy' in field && field.privacy ? [field.privacy] : [])))].toSorted();
}
