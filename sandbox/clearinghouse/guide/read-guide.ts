import type { ElementUse, Guide, LoopUse, SegmentUse } from './guide.ts';
import { readElements, readSegments, tableLines } from './read-dictionary.ts';

const elementNotation =
  /^(?<first>\d\d)(?:\.\.(?<last>\d\d))?(?:-(?<component>\d+))?(?<usage>[RS])(?<key>!?)(?:=(?<codes>[^:<]+))?(?::(?<format>[\w-]+))?(?:<(?<longest>\d+))?$/;

/** One word such as `02R!=D8,RD8`, `05-1R:place-of-service` or `02..12S`; a range stands for each position in it. */
export function readElementUse(word: string): ElementUse[] {
  const groups = elementNotation.exec(word)?.groups;
  if (groups === undefined) throw new Error(`The guide says "${word}", which is not its notation.`);
  const { first, last = first, component, usage, key, codes, format, longest } = groups;
  const uses: ElementUse[] = [];
  for (let element = Number(first); element <= Number(last); element += 1) {
    uses.push({
      element,
      required: usage === 'R',
      isKey: key === '!',
      ...(component !== undefined && { component: Number(component) }),
      ...(codes !== undefined && { codes: codes.split(',') }),
      ...(format !== undefined && { format }),
      ...(longest !== undefined && { longest: Number(longest) }),
    });
  }
  return uses;
}

function readSegmentUse(line: string, before: SegmentUse | undefined): SegmentUse {
  const [head = '', words = ''] = line.split(' | ');
  const [id = '', usage, most] = head.trim().split(' ');
  const order = before === undefined ? 0 : before.id === id ? before.order : before.order + 1;
  return { id, required: usage === 'required', most: Number(most), order, elements: words.split(' ').filter(Boolean).flatMap(readElementUse) };
}

interface LoopBlock {
  readonly loop: LoopUse & { readonly segments: SegmentUse[] };
  readonly parents: readonly string[];
}

function readLoopLine(line: string): LoopBlock {
  const words = line.split(' ');
  const [, id = '', usage, most = '1', inWord, parents = '', ...name] = words;
  const loop = { id, name: name.join(' '), required: usage === 'required', most: most === '>' ? Infinity : Number(most), segments: [], children: [] };
  return { loop, parents: inWord === 'in' ? parents.split(',') : [] };
}

function readBlocks(lines: readonly string[]): LoopBlock[] {
  const blocks: LoopBlock[] = [];
  for (const line of lines) {
    if (line.startsWith('loop ')) blocks.push(readLoopLine(line));
    else {
      const segments = blocks.at(-1)?.loop.segments;
      segments?.push(readSegmentUse(line, segments.at(-1)));
    }
  }
  return blocks;
}

/** Reads the three tables beside this file into the guide. A loop may hang under several parents. Throws where the tables contradict themselves. */
export function readGuide(): Guide {
  const blocks = readBlocks(tableLines('./837p.guide'));
  const loops = new Map<string, LoopUse>(blocks.map(({ loop }) => [loop.id, loop]));
  for (const { loop, parents } of blocks) {
    for (const parent of parents) {
      const above = loops.get(parent);
      if (above === undefined) throw new Error(`Loop ${loop.id} hangs in ${parent}, which the guide does not have.`);
      above.children.push(loop);
    }
  }
  const root = loops.get('HEADER');
  if (root === undefined) throw new Error('The guide has no loop HEADER.');
  return { elements: readElements(), segments: readSegments(), root };
}

/** The guide, read once. */
export const guide: Guide = readGuide();
