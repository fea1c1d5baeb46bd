import type { Segment, Separators } from './segment.ts';

const isaLength = 106;

/** Where an interchange starts, its marks, and its ISA cut at the fixed places. */
export interface Header {
  readonly separators: Separators;
  readonly isa: Segment;
  readonly next: number;
}

/** Reads the fixed 106 characters of an ISA; undefined when they are not an ISA. Lengths: X12.5 interchange control. */
export function readHeader(text: string, from: number, position: number): Header | undefined {
  const header = text.slice(from, from + isaLength);
  if (header.length < isaLength || !header.startsWith('ISA')) return undefined;
  const element = header.charAt(3);
  const separators = { element, repetition: header.charAt(82), component: header.charAt(104), segment: header.charAt(105) };
  const elements = header.slice(4, isaLength - 1).split(element);
  if (elements.length !== 16) return undefined;
  return { separators, isa: { id: 'ISA', elements, position, separators }, next: from + isaLength };
}

/** One piece of a file: a segment, or the remark that an ISA could not be read or that the text stopped inside a segment. */
export type Piece = { readonly kind: 'segment'; readonly segment: Segment } | { readonly kind: 'not-x12' | 'cut-off'; readonly text: string };

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Cuts a file into segments. Line ends after a segment are layout. Stops where the text no longer is X12. */
export function* piecesOf(text: string): Generator<Piece> {
  let separators: Separators | undefined;
  let position = 0;
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    position += 1;
    if (separators === undefined || text.startsWith(`ISA${separators.element}`, at)) {
      const header = readHeader(text, at, position);
      if (header === undefined) return yield { kind: 'not-x12', text: text.slice(at, at + 40) };
      ({ separators, next: at } = header);
      yield { kind: 'segment', segment: header.isa };
      continue;
    }
    const end = text.indexOf(separators.segment, at);
    if (end < 0) return yield { kind: 'cut-off', text: text.slice(at, at + 40) };
    const [id = '', ...elements] = text.slice(at, end).split(separators.element);
    yield { kind: 'segment', segment: { id, elements, position, separators } };
    at = end + 1;
    // After an IEA another ISA may bring other marks.
    if (id === 'IEA') separators = undefined;
  }
}
