import { formattedLines, type Run } from '../templates/formatted.rules.ts';
import type { SealedSection } from './note.ts';

type Part = NonNullable<SealedSection['parts']>[number];

const quiet = '#4a5560';
const rule = '#c9d2da';

const run = ({ text, bold, italic }: Run): object => ({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) });

function printedWords(part: Part): object {
  if (!part.formatted) return { text: part.text };
  return {
    stack: formattedLines(part.text).map(({ mark, runs }) =>
      mark === ''
        ? { text: runs.length === 0 ? ' ' : runs.map(run) }
        : { columns: [{ width: 18, text: mark, alignment: 'right' }, { text: runs.map(run) }], columnGap: 6 },
    ),
  };
}

/** Rows under thin lines; a table without a head is a list of findings with its names at the left. */
function printedTable({ head, rows = [] }: Part): object {
  const width = Math.max(head?.length ?? 0, ...rows.map((row) => row.length));
  const cells = (row: readonly string[], look: object) => Array.from({ length: width }, (_unused, place) => ({ text: row[place] ?? '', fontSize: 9.5, ...look }));
  const body = rows.map((row) => cells(row, {}).map((cell, place) => (head || place > 0 ? cell : { ...cell, color: quiet })));
  const widths = head || width !== 2 ? Array.from({ length: width }, () => '*') : [150, '*'];
  return {
    table: { headerRows: head ? 1 : 0, dontBreakRows: true, keepWithHeaderRows: head ? 1 : 0, widths, body: [...(head ? [cells(head, { bold: true })] : []), ...body] },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => rule,
      paddingLeft: (place: number) => (place === 0 ? 0 : 6),
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  };
}

/** Longer than this, a part may go over the foot of a page. */
const fewLetters = 900;
const fewRows = 8;

const printedAnswer = (part: Part): object => (part.rows ? printedTable(part) : printedWords(part));

/** A short answer beside its label, whose small letters stand on the same line. */
function printedLine(label: string, text: string): object {
  const said = { width: 150, text: label, style: 'quiet', margin: [0, 1.5, 0, 0] };
  return { columns: [said, { text, fontSize: 10.5 }], columnGap: 6, margin: [0, 0, 0, 3] };
}

function printedPart(part: Part, isAlone: boolean): object {
  const { label, text, rows, formatted, carried } = part;
  if (isAlone) return { stack: [...(carried ? [{ text: 'Carried forward from the note before', style: 'quiet' }] : []), printedAnswer(part)] };
  const said = carried ? `${label} (carried forward from the note before)` : label;
  if (!rows && !formatted && !text.includes('\n') && text.length <= 60) return printedLine(said, text);
  const isWhole = text.length <= fewLetters && (rows?.length ?? 0) <= fewRows;
  return { stack: [{ text: said, style: 'quiet', headlineLevel: 1 }, printedAnswer(part)], unbreakable: isWhole, margin: [0, 1, 0, 5] };
}

/** The sections of a note for a printed page: a heading that never stands alone at the foot, then its parts. Sections without a word are left out. */
export function printedSections(sections: readonly SealedSection[]): object[] {
  return sections.flatMap(({ key, label, text, parts = [{ key, label, text }] }) => {
    if (text === '') return [];
    const [first, ...others] = parts.map((part) => printedPart(part, parts.length === 1 && part.label === label));
    const heading = { text: label, style: 'heading', headlineLevel: 1, margin: [0, 10, 0, 3] };
    const isShort = text.length < 400;
    return [isShort ? { stack: [heading, first ?? {}], unbreakable: true } : heading, ...(isShort ? [] : [first ?? {}]), ...others];
  });
}

/** Whether a printed part stays on one page: a short line, a short text, or what is kept together. */
export function isKeptWhole(part: object): boolean {
  if ('text' in part) return typeof part.text === 'string' && part.text.length <= fewLetters;
  return 'columns' in part || ('unbreakable' in part && part.unbreakable === true);
}
