import { cellsOf, textOfCells, type Cells } from './answer.rules.ts';
import { mayCarry } from './form.rules.ts';
import type { FieldOf, TemplateField } from './template.ts';

/** An answer once words of the note before have come along: what the field then reads, and what of it came. */
export interface Brought {
  readonly value: string;
  readonly came: string;
}

type Row = FieldOf<'grid'>['rows'][number];

function rowOf({ key }: Row, cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => name.startsWith(`${key}.`) || name === `t:${key}`));
}

/** Lines of a grid that nobody answered and that may be filled together: those about danger are asked anew. */
export function openRows(field: FieldOf<'grid'>, value: string): readonly Row[] {
  return field.rows.filter((row) => !row.askedAnew && Object.keys(rowOf(row, cellsOf(value))).length === 0);
}

function knownCodes(field: TemplateField, text: string): string {
  if (field.kind !== 'choice' && field.kind !== 'checklist') return text;
  const codes = new Set(field.options.map(({ code }) => code));
  const isKnown = ([name, value]: [string, string]) => (name === 'v' ? codes.has(value) : name === 't:other' || codes.has(name.replace(/^t:/, '')));
  return textOfCells(Object.fromEntries(Object.entries(cellsOf(text)).filter(isKnown)));
}

/**
 * What a field reads once the answer `before` has come along; undefined when nothing comes. An answer that stands is never replaced; of a grid
 * the open lines are filled, and answers that the form no longer has stay behind.
 */
export function broughtOver(field: TemplateField, value: string, before: string, came = ''): Brought | undefined {
  if (!mayCarry(field)) return undefined;
  if (field.kind === 'grid') {
    const brought = Object.assign({}, ...openRows(field, value).map((row) => rowOf(row, cellsOf(before)))) as Cells;
    if (Object.keys(brought).length === 0) return undefined;
    return { value: textOfCells({ ...cellsOf(value), ...brought }), came: textOfCells({ ...cellsOf(came), ...brought }) };
  }
  const known = knownCodes(field, before);
  return value !== '' || known.trim() === '' ? undefined : { value: known, came: known };
}

/** Whether the whole answer stands as it came from the note before. */
export function standsAsItCame(value: string, came: string | undefined): boolean {
  return value !== '' && value === came;
}

/** The lines of a grid that stand as they came, by their keys. */
export function rowsAsTheyCame(field: FieldOf<'grid'>, value: string, came: string): ReadonlySet<string> {
  const [is, was] = [cellsOf(value), cellsOf(came)];
  const stands = (row: Row) => Object.keys(rowOf(row, is)).length > 0 && textOfCells(rowOf(row, is)) === textOfCells(rowOf(row, was));
  return new Set(field.rows.filter(stands).map(({ key }) => key));
}
