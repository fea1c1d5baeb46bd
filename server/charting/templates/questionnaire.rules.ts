import { z } from 'zod';
import { fieldsOf } from './form.rules.ts';
import { TemplateField, TemplateForm, TemplateSection, type Option, type ShowIf } from './template.ts';

const base = 'https://mooring.health/fhir/StructureDefinition';
const extensionUrls = { form: `${base}/note-form`, section: `${base}/note-section`, field: `${base}/note-field` } as const;
const scoreUrl = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

const Extension = z.looseObject({ url: z.string(), valueString: z.string().optional(), valueDecimal: z.number().optional() });
const AnswerOption = z.looseObject({
  extension: z.array(Extension).optional(),
  valueCoding: z.looseObject({ code: z.string().optional(), display: z.string().optional(), extension: z.array(Extension).optional() }).optional(),
});
const EnableWhen = z.looseObject({
  question: z.string(),
  operator: z.string(),
  answerBoolean: z.boolean().optional(),
  answerString: z.string().optional(),
  answerCoding: z.looseObject({ code: z.string().optional() }).optional(),
});

/** An item of a FHIR R4 Questionnaire, as far as a note template uses it. */
export interface Item {
  linkId: string;
  text?: string | undefined;
  type: string;
  required?: boolean | undefined;
  repeats?: boolean | undefined;
  enableWhen?: z.infer<typeof EnableWhen>[] | undefined;
  enableBehavior?: 'all' | 'any' | undefined;
  answerOption?: z.infer<typeof AnswerOption>[] | undefined;
  initial?: { valueString?: string | undefined }[] | undefined;
  extension?: z.infer<typeof Extension>[] | undefined;
  item?: Item[] | undefined;
}
const Item: z.ZodType<Item> = z.looseObject({
  linkId: z.string(),
  text: z.string().optional(),
  type: z.string(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  enableWhen: z.array(EnableWhen).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  answerOption: z.array(AnswerOption).optional(),
  initial: z.array(z.looseObject({ valueString: z.string().optional() })).optional(),
  extension: z.array(Extension).optional(),
  get item() {
    return z.array(Item).optional();
  },
});

/** A FHIR R4 Questionnaire (Structured Data Capture) that carries a note template. */
export const Questionnaire = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  name: z.string().optional(),
  title: z.string(),
  version: z.string().optional(),
  status: z.string(),
  code: z.array(z.looseObject({ system: z.string().optional(), code: z.string() })).optional(),
  extension: z.array(Extension).optional(),
  item: z.array(Item),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** FHIR types of the kinds; what a kind has beyond them travels in an extension. */
const types: Readonly<Record<TemplateField['kind'], string>> = {
  narrative: 'text',
  text: 'string',
  number: 'decimal',
  date: 'date',
  time: 'time',
  choice: 'choice',
  checklist: 'choice',
  scale: 'integer',
  grid: 'group',
  table: 'group',
  vitals: 'group',
  pull: 'text',
  score: 'decimal',
  signature: 'string',
  statement: 'display',
};

function typeOf(field: TemplateField): string {
  return field.kind === 'choice' && field.other ? 'open-choice' : types[field.kind];
}

function extension(url: string, value: object): z.infer<typeof Extension>[] {
  return [{ url, valueString: JSON.stringify(value) }];
}

/** The key of an item of another system: its link id, as far as a key can hold it. */
function keyOf(linkId: string): string {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(linkId)) return linkId;
  return `q-${linkId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 40);
}

function enabled(showIf: ShowIf | undefined): Pick<Item, 'enableWhen' | 'enableBehavior'> {
  if (!showIf) return {};
  const enableWhen = showIf.conditions.map(({ field, operator, value }) =>
    operator === 'answered'
      ? { question: field, operator: 'exists', answerBoolean: true, ...(value === undefined ? {} : { answerString: value }) }
      : { question: field, operator: operator === 'equals' ? '=' : '!=', ...(value === undefined ? {} : { answerString: value }) },
  );
  return { enableWhen, enableBehavior: showIf.match };
}

const operators: Readonly<Record<string, ShowIf['conditions'][number]['operator']>> = { exists: 'answered', '=': 'equals', '!=': 'differs' };
const yesOrNo = new Map([
  [true, 'yes'],
  [false, 'no'],
]);

function showIfOf({ enableWhen, enableBehavior }: Item): { showIf?: ShowIf } {
  if (!enableWhen?.length) return {};
  const conditions = enableWhen.map(({ question, operator, answerString, answerCoding, answerBoolean }) => {
    const known = operators[operator];
    if (!known) throw new Error(`The rule "${operator}" on "${question}" has no counterpart in a note template.`);
    const value = answerString ?? answerCoding?.code ?? (operator === 'exists' || answerBoolean === undefined ? undefined : yesOrNo.get(answerBoolean));
    return { field: keyOf(question), operator: known, ...(value === undefined ? {} : { value }) };
  });
  return { showIf: { match: enableBehavior ?? 'all', conditions } };
}

function answerOptions(options: readonly Option[]): Pick<Item, 'answerOption'> {
  return {
    answerOption: options.map(({ code, label, score }) => ({
      valueCoding: { code, display: label, ...(score === undefined ? {} : { extension: [{ url: scoreUrl, valueDecimal: score }] }) },
    })),
  };
}

function optionsOf({ answerOption = [] }: Item): Option[] {
  return answerOption.flatMap(({ valueCoding }) => {
    const score = valueCoding?.extension?.find(({ url }) => url === scoreUrl)?.valueDecimal;
    return valueCoding?.code === undefined ? [] : [{ code: valueCoding.code, label: valueCoding.display ?? valueCoding.code, ...(score === undefined ? {} : { score }) }];
  });
}

/** What other systems show below a group; importing reads the extension instead. */
function children(field: TemplateField): Pick<Item, 'item'> {
  const parts =
    field.kind === 'grid'
      ? field.rows.map(({ key, label, options }) => ({ key, label, type: 'choice', options }))
      : field.kind === 'table'
        ? field.columns.map(({ key, label, type, options }) => ({
            key,
            label,
            type: { text: 'string', number: 'decimal', date: 'date', choice: 'choice' }[type],
            options,
          }))
        : field.kind === 'vitals'
          ? field.measures.map((key) => ({ key, label: key, type: 'decimal', options: undefined }))
          : [];
  if (parts.length === 0) return {};
  return {
    item: parts.map(({ key, label, type, options }) => ({ linkId: `${field.key}.${key}`, text: label, type, ...(options?.length ? answerOptions(options) : {}) })),
  };
}

function itemOfField(field: TemplateField): Item {
  const { key, label, showIf, ...rest } = field;
  const beyond: Record<string, unknown> = { ...rest };
  for (const held of ['required', 'options', 'default']) delete beyond[held];
  return {
    linkId: key,
    text: label,
    type: typeOf(field),
    ...('required' in field && field.required !== undefined ? { required: field.required } : {}),
    ...(field.kind === 'checklist' || field.kind === 'table' || (field.kind === 'choice' && field.many) ? { repeats: true } : {}),
    ...enabled(showIf),
    ...('options' in field ? answerOptions(field.options) : {}),
    ...('default' in field && field.default !== undefined ? { initial: [{ valueString: field.default }] } : {}),
    ...children(field),
    extension: extension(extensionUrls.field, beyond),
  };
}

function beyondOf({ extension: extensions = [] }: { extension?: z.infer<typeof Extension>[] | undefined }, url: string): Record<string, unknown> | undefined {
  const text = extensions.find((one) => one.url === url)?.valueString;
  return text === undefined ? undefined : z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

const kinds: Readonly<Record<string, object>> = {
  text: { kind: 'narrative' },
  string: { kind: 'text' },
  url: { kind: 'text' },
  decimal: { kind: 'number' },
  integer: { kind: 'number' },
  quantity: { kind: 'number' },
  date: { kind: 'date' },
  dateTime: { kind: 'date' },
  time: { kind: 'time' },
  boolean: {
    kind: 'choice',
    options: [
      { code: 'yes', label: 'Yes' },
      { code: 'no', label: 'No' },
    ],
  },
  choice: { kind: 'choice' },
  'open-choice': { kind: 'choice', other: true },
};

/** A field of an item: exactly as it was where Mooring wrote it, by its FHIR type where another system did. */
function fieldOfItem(item: Item): TemplateField {
  const beyond = beyondOf(item, extensionUrls.field) ?? kinds[item.type] ?? { kind: 'statement', text: item.text ?? '' };
  const options = optionsOf(item);
  const isForeign = beyondOf(item, extensionUrls.field) === undefined;
  return TemplateField.parse({
    ...beyond,
    key: keyOf(item.linkId),
    label: item.text ?? item.linkId,
    ...(item.required === undefined ? {} : { required: item.required }),
    ...(isForeign && item.repeats ? { many: true } : {}),
    ...(item.answerOption ? { options } : {}),
    ...(item.initial?.[0]?.valueString === undefined ? {} : { default: item.initial[0].valueString }),
    ...showIfOf(item),
  });
}

function itemOfSection(section: TemplateSection): Item {
  const { hint, required, fields } = section;
  const beyond = { ...(hint === undefined ? {} : { hint }), ...(required === undefined ? {} : { required }), isOneText: fields === undefined };
  // The text of a section without fields is an item of its own, so that other systems can ask it; on the way back it is the section again.
  const item = fieldsOf(section).map((field) => (fields ? itemOfField(field) : { ...itemOfField(field), linkId: `${field.key}.text` }));
  return { linkId: section.key, text: section.label, type: 'group', ...enabled(section.showIf), extension: extension(extensionUrls.section, beyond), item };
}

/** A question that another system put at the top becomes a section of its own. */
function itemsOf(item: Item): readonly Item[] {
  return item.type === 'group' ? (item.item ?? []) : [item];
}

function sectionOfItem(item: Item): TemplateSection {
  const { isOneText, ...beyond } = beyondOf(item, extensionUrls.section) ?? {};
  const key = item.type === 'group' ? item.linkId : `${item.linkId}-section`;
  const own = { key: keyOf(key), label: item.text ?? item.linkId, ...beyond, ...(item.type === 'group' ? showIfOf(item) : {}) };
  return TemplateSection.parse(isOneText ? own : { ...own, fields: itemsOf(item).map(fieldOfItem) });
}

/** A template as FHIR R4 Questionnaire. */
export function questionnaireOf({ code, version, name, form }: { code: string; version: number; name: string; form: TemplateForm }): Questionnaire {
  const { sections, loinc, ...beyond } = form;
  return {
    resourceType: 'Questionnaire',
    name: code,
    title: name,
    version: String(version),
    status: 'active',
    subjectType: ['Patient'],
    code: [{ system: 'http://loinc.org', code: loinc }],
    extension: extension(extensionUrls.form, beyond),
    item: sections.map(itemOfSection),
  };
}

/** The template in a Questionnaire: one that Mooring exported comes back equal; one of another system as far as its items go. Throws when it is none. */
export function templateOf(questionnaire: Questionnaire): { readonly name: string; readonly form: TemplateForm } {
  const beyond = beyondOf(questionnaire, extensionUrls.form) ?? { asksTimes: true, asksRisk: false, asksDiagnosis: false };
  return {
    name: questionnaire.title,
    form: TemplateForm.parse({ ...beyond, loinc: questionnaire.code?.[0]?.code ?? '34904-3', sections: questionnaire.item.map(sectionOfItem) }),
  };
}
