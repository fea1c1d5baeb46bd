import { cellsOf, type Cells } from './answer.rules.ts';
import { rowsAsTheyCame, standsAsItCame } from './carried.rules.ts';
import { carriedKey, scoreOf, visibleSections, type Answers } from './form.rules.ts';
import { measures, type FieldOf, type TemplateField, type TemplateForm } from './template.ts';

/** One answer as a reader sees it: words, or a table with its head. */
export interface RenderedPart {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly head?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly privacy?: string;
  /** The text came from the note before and stands as it came. */
  readonly carried?: boolean;
  /** The text has marks for bold, italics and lists. */
  readonly formatted?: boolean;
}

/** One section as a reader sees it; `text` is all of it in plain words. */
export interface RenderedSection {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly parts: readonly RenderedPart[];
}

type Shown = Pick<RenderedPart, 'text' | 'head' | 'rows'>;
type Render<Kind extends TemplateField['kind']> = (field: FieldOf<Kind>, cells: Cells, text: string, came: string | undefined) => Shown;

const words = (text: string): Shown => ({ text });
const singular: Readonly<Record<string, string>> = { days: 'day', doses: 'dose', hours: 'hour', minutes: 'minute', people: 'person', times: 'time', weeks: 'week' };

/** The unit after a number, as it is said of that many: 1 minute, 2 minutes. */
function unitAfter(field: TemplateField, count: string): string {
  if (field.kind !== 'number' || !field.unit) return '';
  return ` ${count === '1' ? (singular[field.unit] ?? field.unit) : field.unit}`;
}

const plain: Render<'number'> = (field, { v: said }) => words(said ? `${said}${unitAfter(field, said)}` : '');

function withNote(label: string, note: string | undefined): string {
  return note ? `${label} (${note})` : label;
}

/** A day as it is read aloud to check it: MM/DD/YYYY. */
function spokenDay(day: string): string {
  return day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1');
}

/** A time of day as clocks on the wall say it: 9:30 am. */
function spokenTime(time: string): string {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hour === undefined ? time : `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'am' : 'pm'}`;
}

const choice: Render<'choice'> = (field, cells) => {
  const picked = field.options.filter(({ code }) => cells['v'] === code || cells[code] === '1').map(({ label }) => label);
  return words([...picked, ...(cells['t:other'] ? [cells['t:other']] : [])].join('; '));
};

const checklist: Render<'checklist'> = (field, cells) => {
  const done = field.options.filter(({ code }) => cells[code] === '1' || cells[`t:${code}`]);
  return words(done.map(({ code, label }) => `${cells[code] === '1' ? '[x]' : '[ ]'} ${withNote(label, cells[`t:${code}`])}`).join('\n'));
};

const grid: Render<'grid'> = (field, cells, text, came) => {
  // Once a line was changed the mark of the whole answer is gone: each other line then says for itself where it is from.
  const carried = came === undefined || standsAsItCame(text, came) ? undefined : rowsAsTheyCame(field, text, came);
  const rows = field.rows.flatMap((row) => {
    const picked = row.options.filter(({ code }) => cells[`${row.key}.${code}`] === '1').map(({ label }) => label);
    const said = [...picked, ...(cells[`t:${row.key}`] ? [cells[`t:${row.key}`] ?? ''] : [])].join('; ');
    return said === '' ? [] : [[row.label, carried?.has(row.key) ? `${said} (as in the note before)` : said]];
  });
  return { text: rows.map((row) => row.join(': ')).join('\n'), rows };
};

/** The rows of a table in the order in which they were begun. */
export function rowsOf(cells: Cells): readonly string[] {
  return [...new Set(Object.keys(cells).map((name) => name.replace(/^t:/, '').split('.')[0] ?? ''))].toSorted();
}

const table: Render<'table'> = (field, cells) => {
  const shown = (row: string, column: FieldOf<'table'>['columns'][number]) => {
    const held = cells[`${column.type === 'text' ? 't:' : ''}${row}.${column.key}`] ?? '';
    return column.type === 'date' ? spokenDay(held) : (column.options?.find(({ code }) => code === held)?.label ?? held);
  };
  const rows = rowsOf(cells).map((row) => field.columns.map((column) => shown(row, column)));
  return {
    text: rows
      .map((row) =>
        row
          .map((cell, place) => (cell ? `${field.columns[place]?.label ?? ''}: ${cell}` : ''))
          .filter(Boolean)
          .join(', '),
      )
      .join('\n'),
    head: field.columns.map(({ label }) => label),
    rows,
  };
};

const vitals: Render<'vitals'> = (field, cells) => {
  const taken = field.measures.filter((one) => cells[one]);
  const rows = taken.map((one) => [measures[one], cells[one] ?? '']);
  return { text: rows.map((row) => row.join(': ')).join('\n'), rows };
};

const signature: Render<'signature'> = (_field, cells) => words(cells['t:name'] ? `${cells['t:name']}${cells['at'] ? `, ${cells['at']}` : ''}` : '');
const pull: Render<'pull'> = (_field, cells) =>
  words(
    Object.entries(cells)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, said]) => said)
      .join('\n'),
  );

const renderers: { readonly [Kind in TemplateField['kind']]: Render<Kind> } = {
  narrative: (_field, _cells, text) => words(text),
  text: (_field, _cells, text) => words(text),
  number: plain,
  date: (_field, cells) => words(spokenDay(cells['v'] ?? '')),
  time: (_field, cells) => words(spokenTime(cells['v'] ?? '')),
  scale: (field, cells) => words(cells['v'] ? `${cells['v']} (${field.min} to ${field.max})` : ''),
  choice,
  checklist,
  grid,
  table,
  vitals,
  pull,
  signature,
  score: () => words(''),
  statement: (field) => words(field.text),
};

function shownAnswer(field: TemplateField, form: readonly TemplateField[], answers: Answers, came: string | undefined): Shown {
  if (field.kind === 'score') {
    const score = scoreOf(field, form, answers);
    return words(score ? withNote(String(score.value), score.band) : '');
  }
  const text = answers[field.key] ?? '';
  return (renderers[field.kind] as (field: never, cells: Cells, text: string, came: string | undefined) => Shown)(field as never, cellsOf(text), text, came);
}

/**
 * A filled form as it is read, printed and sealed: only what was asked by these answers and is answered. The same form and answers give the
 * same document for ever.
 */
export function renderedSections(form: TemplateForm, answers: Answers): readonly RenderedSection[] {
  const visible = visibleSections(form, answers);
  const asked = visible.flatMap(({ fields }) => fields);
  const standing = Object.fromEntries(asked.map(({ key }) => [key, answers[key] ?? '']));
  const carried = cellsOf(answers[carriedKey] ?? '');
  return visible.map(({ section, fields }) => {
    const parts = fields.flatMap((field): RenderedPart[] => {
      const shown = shownAnswer(field, asked, standing, carried[field.key]);
      if (shown.text.trim() === '') return [];
      const isCarried = standsAsItCame(standing[field.key] ?? '', carried[field.key]);
      const isFormatted = field.kind === 'narrative' && field.formatted === true;
      const privacy = 'privacy' in field ? field.privacy : undefined;
      return [
        {
          key: field.key,
          label: field.label,
          ...shown,
          ...(privacy ? { privacy } : {}),
          ...(isCarried ? { carried: true } : {}),
          ...(isFormatted ? { formatted: true } : {}),
        },
      ];
    });
    const isOneText = section.fields === undefined || (parts.length === 1 && parts[0]?.label === section.label);
    const text = isOneText ? (parts[0]?.text ?? '') : parts.map((part) => `${part.label}:${part.text.includes('\n') ? '\n' : ' '}${part.text}`).join('\n');
    return { key: section.key, label: section.label, text, parts };
  });
}
