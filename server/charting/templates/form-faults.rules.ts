import { allFields, carriedKey } from './form.rules.ts';
import { sensitivities, type TemplateField, type TemplateForm } from './template.ts';

/** Something in the plan of a form that keeps it from being published, at the key of its section or field. */
export interface FormFault {
  readonly at: string;
  readonly says: string;
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((one, place) => values.indexOf(one) !== place))];
}

/** Codes and keys inside a field must differ, or two answers would be kept in one place. */
function doubles(field: TemplateField): readonly string[] {
  const say = (what: string, codes: readonly string[]) => repeated(codes).map((one) => `${what} "${one}" stands twice in "${field.label}".`);
  if (field.kind === 'choice' || field.kind === 'checklist')
    return say(
      'The answer',
      field.options.map(({ code }) => code),
    );
  if (field.kind === 'grid') {
    const rows = say(
      'The line',
      field.rows.map(({ key }) => key),
    );
    return [
      ...rows,
      ...field.rows.flatMap(({ options }) =>
        say(
          'The answer',
          options.map(({ code }) => code),
        ),
      ),
    ];
  }
  if (field.kind === 'table')
    return say(
      'The column',
      field.columns.map(({ key }) => key),
    );
  return field.kind === 'vitals' ? say('The measure', field.measures) : [];
}

function rangeFaults(field: TemplateField): readonly string[] {
  if (field.kind === 'score')
    return (field.bands ?? []).filter(({ from, to }) => from > to).map(({ label }) => `The band "${label}" of "${field.label}" ends before it begins.`);
  if (field.kind !== 'number' && field.kind !== 'scale') return [];
  const { min, max } = field;
  if (min !== undefined && max !== undefined && min >= max) return [`The highest value of "${field.label}" must be above the lowest.`];
  return field.kind === 'scale' && field.max - field.min > 100 ? [`"${field.label}" has more than a hundred steps. Ask for a number instead.`] : [];
}

function isWithin(field: TemplateField & { kind: 'number' | 'scale' }, value: number): boolean {
  return Number.isFinite(value) && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
}

function defaultFaults(field: TemplateField): readonly string[] {
  if (!('default' in field) || field.default === undefined || field.default === '' || field.kind === 'narrative' || field.kind === 'text') return [];
  const fits = field.kind === 'choice' ? field.options.some(({ code }) => code === field.default) : isWithin(field, Number(field.default));
  return fits ? [] : [`"${field.default}", with which "${field.label}" opens, is not an answer to it.`];
}

function columnFaults(field: TemplateField): readonly string[] {
  if (field.kind !== 'table') return [];
  return field.columns
    .filter(({ type, options }) => type === 'choice' && !options?.length)
    .map(({ label }) => `The column "${label}" of "${field.label}" has no answers to choose.`);
}

function labelFaults(field: TemplateField): readonly string[] {
  if (!('privacy' in field) || field.privacy === undefined || field.privacy in sensitivities) return [];
  return [`"${field.privacy}" on "${field.label}" is no sensitivity label: choose one of ${Object.keys(sensitivities).join(', ')}.`];
}

function lostReferences(form: TemplateForm, known: ReadonlySet<string>): readonly FormFault[] {
  const fields = allFields(form);
  const rules = [...form.sections, ...fields].flatMap(({ key, showIf }) => (showIf?.conditions ?? []).map((condition) => ({ key, field: condition.field })));
  const lost = rules
    .filter(({ field }) => !known.has(field))
    .map(({ key, field }) => ({ at: key, says: `A rule of "${key}" asks for "${field}", which is not in the form.` }));
  const itself = rules.filter(({ key, field }) => key === field).map(({ key }) => ({ at: key, says: `A rule of "${key}" asks for its own answer.` }));
  const scores = fields.flatMap((field) => (field.kind === 'score' ? field.of.map((of) => ({ field, of })) : []));
  const uncounted = scores
    .filter(({ of }) => !known.has(of))
    .map(({ field, of }) => ({ at: field.key, says: `The score "${field.label}" counts "${of}", which is not in the form.` }));
  return [...lost, ...itself, ...uncounted];
}

/** What is wrong with the plan of a form: keys used twice, rules that point nowhere, ranges and defaults that do not fit. Empty when it can be published. */
export function faultsOfForm(form: TemplateForm): readonly FormFault[] {
  const fields = allFields(form);
  const keys = [...fields.map((field) => field.key), ...form.sections.filter((section) => section.fields).map((section) => section.key)];
  const known = new Set(fields.map((field) => field.key));
  const twice = repeated(keys).map((one) => ({ at: one, says: `The key "${one}" is used twice.` }));
  const inside = fields.flatMap((field) =>
    [...doubles(field), ...rangeFaults(field), ...defaultFaults(field), ...columnFaults(field), ...labelFaults(field)].map((says) => ({ at: field.key, says })),
  );
  const reserved = keys.includes(carriedKey) ? [{ at: carriedKey, says: `The key "${carriedKey}" is kept for the editor. Choose another.` }] : [];
  return [...twice, ...lostReferences(form, known), ...inside, ...reserved];
}
