import type { FieldKind, FieldOf, TemplateField } from '../templates/template.ts';

/** How a setting of a field is given: by which editor, and for a test by which values. */
export type SettingType =
  | 'line'
  | 'words'
  | 'number'
  | 'integer'
  | 'switch'
  | 'options'
  | 'rows'
  | 'columns'
  | 'bands'
  | 'snippets'
  | 'measures'
  | 'fields'
  | 'formula'
  | 'source'
  | 'sensitivity'
  | 'rule'
  | 'default';

/** One thing that can be set about a field. */
export interface Setting {
  readonly name: string;
  readonly type: SettingType;
  readonly label: string;
  readonly help?: string;
  /** Must be filled; the others may stay empty. */
  readonly needed?: true;
  /** The longest text that the form takes. */
  readonly longest?: number;
}

/** A kind of field as the designer offers it. */
export interface KindEntry<Kind extends FieldKind = FieldKind> {
  readonly name: string;
  readonly says: string;
  readonly settings: readonly Setting[];
  /** A new field of the kind, ready to use. */
  readonly blank: (key: string) => FieldOf<Kind>;
}

const label: Setting = { name: 'label', type: 'line', label: 'Question', needed: true, longest: 200 };
const hint: Setting = { name: 'hint', type: 'words', label: 'Help under the question', longest: 1000 };
const required: Setting = { name: 'required', type: 'switch', label: 'Must be answered before the signature' };
const carry: Setting = { name: 'carry', type: 'switch', label: 'May be carried forward', help: 'From the note before; marked until it is changed or confirmed.' };
const stands: Setting = {
  name: 'stands',
  type: 'switch',
  label: 'Usually the same from visit to visit',
  help: 'One key takes it over from the note before, with all else that stands.',
};
const privacy: Setting = {
  name: 'privacy',
  type: 'sensitivity',
  label: 'Sensitivity of the answer',
  help: 'Once answered, the whole note carries this label, and what the patient excluded stays here.',
};
const showIf: Setting = { name: 'showIf', type: 'rule', label: 'Shown only if' };
const start: Setting = { name: 'default', type: 'default', label: 'Opens with', longest: 4000 };
const options: Setting = { name: 'options', type: 'options', label: 'Answers', needed: true };
const asked = [label, hint] as const;
const rules = [required, privacy, showIf] as const;
const carried = [required, carry, stands, privacy, showIf] as const;

const two = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
];
const found = [
  { code: 'as-expected', label: 'as expected' },
  { code: 'otherwise', label: 'otherwise' },
];

/** Every kind of field, its settings and how it begins. The designer is drawn from this table, and so are the forms of its test. */
export const fieldKinds: { readonly [Kind in FieldKind]: KindEntry<Kind> } = {
  narrative: {
    name: 'Narrative',
    says: 'Running text, with snippets',
    settings: [
      ...asked,
      start,
      {
        name: 'formatted',
        type: 'switch',
        label: 'Bold, italics and lists',
        help: 'Two stars around **bold**, underscores around _italics_, a hyphen before a line of a list.',
      },
      { name: 'snippets', type: 'snippets', label: 'Snippets', help: 'A semicolon, the short word and a space unfold the text.' },
      ...carried,
    ],
    blank: (key) => ({ kind: 'narrative', key, label: 'Narrative' }),
  },
  text: { name: 'One line', says: 'A few words', settings: [...asked, start, ...carried], blank: (key) => ({ kind: 'text', key, label: 'One line' }) },
  number: {
    name: 'Number',
    says: 'With a unit and limits',
    settings: [
      ...asked,
      { name: 'unit', type: 'line', label: 'Unit', longest: 40 },
      { name: 'min', type: 'number', label: 'Lowest' },
      { name: 'max', type: 'number', label: 'Highest' },
      start,
      ...carried,
    ],
    blank: (key) => ({ kind: 'number', key, label: 'Number' }),
  },
  date: { name: 'Date', says: 'A day', settings: [...asked, ...carried], blank: (key) => ({ kind: 'date', key, label: 'Date' }) },
  time: { name: 'Time', says: 'A time of day', settings: [...asked, ...carried], blank: (key) => ({ kind: 'time', key, label: 'Time' }) },
  choice: {
    name: 'Choice',
    says: 'One answer of a list, or several',
    settings: [
      ...asked,
      options,
      { name: 'many', type: 'switch', label: 'Several answers' },
      { name: 'other', type: 'switch', label: 'Other words allowed' },
      start,
      ...carried,
    ],
    blank: (key) => ({ kind: 'choice', key, label: 'Choice', options: two }),
  },
  checklist: {
    name: 'Checklist',
    says: 'Things done or true, each with a note',
    settings: [...asked, options, ...carried],
    blank: (key) => ({ kind: 'checklist', key, label: 'Checklist', options: [{ code: 'first', label: 'First point' }] }),
  },
  scale: {
    name: 'Scale',
    says: 'A number of a short range',
    settings: [
      ...asked,
      { name: 'min', type: 'integer', label: 'From', needed: true },
      { name: 'max', type: 'integer', label: 'To', needed: true },
      { name: 'low', type: 'line', label: 'The lowest means', longest: 80 },
      { name: 'high', type: 'line', label: 'The highest means', longest: 80 },
      start,
      ...carried,
    ],
    blank: (key) => ({ kind: 'scale', key, label: 'Scale', min: 0, max: 10 }),
  },
  grid: {
    name: 'Grid',
    says: 'Line by line what was found, as in a mental status',
    settings: [...asked, { name: 'rows', type: 'rows', label: 'Lines', help: 'The first answer of a line is what "as expected" fills in.', needed: true }, ...carried],
    blank: (key) => ({ kind: 'grid', key, label: 'Grid', rows: [{ key: 'line-1', label: 'First line', options: found }] }),
  },
  table: {
    name: 'Table',
    says: 'As many lines as are needed',
    settings: [...asked, { name: 'columns', type: 'columns', label: 'Columns', needed: true }, ...carried],
    blank: (key) => ({ kind: 'table', key, label: 'Table', columns: [{ key: 'column-1', label: 'What', type: 'text' }] }),
  },
  vitals: {
    name: 'Vital signs',
    says: 'Pressure, pulse, weight and more',
    settings: [...asked, { name: 'measures', type: 'measures', label: 'What is measured', needed: true }, ...rules],
    blank: (key) => ({ kind: 'vitals', key, label: 'Vital signs', measures: ['systolic', 'diastolic', 'pulse'] }),
  },
  pull: {
    name: 'From the chart',
    says: 'Diagnoses, goals, scores, medicines, allergies or vital signs, pulled in',
    settings: [...asked, { name: 'source', type: 'source', label: 'What is pulled in', needed: true }, ...rules],
    blank: (key) => ({ kind: 'pull', key, label: 'Problem list', source: 'diagnoses' }),
  },
  score: {
    name: 'Computed score',
    says: 'Adds up other answers',
    settings: [
      ...asked,
      { name: 'of', type: 'fields', label: 'Counts', needed: true },
      { name: 'formula', type: 'formula', label: 'How', needed: true },
      { name: 'bands', type: 'bands', label: 'What a value means' },
      privacy,
      showIf,
    ],
    blank: (key) => ({ kind: 'score', key, label: 'Score', of: [], formula: 'sum' }),
  },
  signature: {
    name: 'Signature',
    says: 'A name typed by somebody else',
    settings: [...asked, { name: 'who', type: 'line', label: 'Who signs', longest: 80 }, ...rules],
    blank: (key) => ({ kind: 'signature', key, label: 'Signature' }),
  },
  statement: {
    name: 'Statement',
    says: 'Words of the form itself',
    settings: [{ ...label, label: 'Title' }, { name: 'text', type: 'words', label: 'Words', longest: 4000 }, showIf],
    blank: (key) => ({ kind: 'statement', key, label: 'Please note', text: 'What the reader should know.' }),
  },
};

/** A new field of a kind. */
export function blankField(kind: FieldKind, key: string): TemplateField {
  return fieldKinds[kind].blank(key);
}
