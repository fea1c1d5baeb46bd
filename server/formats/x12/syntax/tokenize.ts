import { BrokenFile } from './broken-file.ts';
import type { Segment } from './segment.ts';
import { isaLength, separatorsAt, type Separators } from './separators.ts';

const byteOrderMark = 0xfeff;
const space = 0x20;

/** Line breaks, tabs and other control characters are blank too. */
const isBlank = (code: number) => code <= space || code === byteOrderMark;

/** Where the next thing that is not white space begins. */
function afterBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Separators of the ISA at `start`; a file that stops or strays here says so. */
function newSeparators(text: string, start: number, at: number): Separators {
  const separators = separatorsAt(text, start);
  if (separators) return separators;
  const short = text.startsWith('ISA', start) && text.length < start + isaLength;
  const found = text.slice(start, start + 12).replaceAll(/[^\x20-\x7e]/g, '?');
  throw new BrokenFile(at, short ? 'the file ends inside the ISA' : `expected an ISA of ${isaLength} characters, found "${found}"`);
}

/**
 * Every segment of a file in order. Each ISA sets its own separators; a byte order mark, blank lines and
 * line breaks after terminators are skipped. Throws BrokenFile when the text is no X12 or ends inside a segment.
 */
export function tokenize(text: string): Segment[] {
  const segments: Segment[] = [];
  let separators: Separators | undefined;
  let start = afterBlank(text, 0);
  if (start === text.length) throw new BrokenFile(1, 'the file is empty');
  while (start < text.length) {
    const at = segments.length + 1;
    if (!separators || text.startsWith(`ISA${separators.element}`, start)) separators = newSeparators(text, start, at);
    const end = text.indexOf(separators.segment, start);
    if (end === -1) throw new BrokenFile(at, `the file ends inside segment ${text.slice(start, start + 3)}`);
    const elements = text.slice(start, end).split(separators.element);
    const id = elements[0] ?? '';
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) throw new BrokenFile(at, `"${id.slice(0, 12)}" is no segment name`);
    segments.push({ id, elements, at, separators });
    start = afterBlank(text, end + 1);
    if (id === 'IEA') separators = undefined;
  }
  return segments;
}
