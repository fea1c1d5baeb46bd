import { cellsOf, isCells, mergeCells, textOfCells } from '../templates/answer.rules.ts';

/** What came of a merge. `bothKept` when both sides changed the same words, which then stand side by side in ⟦marks⟧. */
export interface Merged {
  readonly text: string;
  readonly bothKept: boolean;
}

/** Finds what a merge left for a person to decide. A note with such a mark cannot be signed. */
export const unresolvedMark = /⟦[^⟦⟧]*⟧/;

// Beyond this many differences the search for a common thread costs more than it finds; the stretch then counts as rewritten.
const mostDifferences = 1500;

/** Words, spaces and line ends each on their own, so that a merge never splits a word and never eats a space. */
function tokensOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** For each token of `from` its place in `to`, or -1: a longest common thread by Myers, An O(ND) Difference Algorithm (1986). */
function placesIn(from: readonly string[], to: readonly string[]): Int32Array {
  const places = new Int32Array(from.length).fill(-1);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) places[start] = start++;
  let fromEnd = from.length;
  let toEnd = to.length;
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) places[--fromEnd] = --toEnd;
  thread(from.slice(start, fromEnd), to.slice(start, toEnd), (a, b) => {
    places[start + a] = start + b;
  });
  return moveAdditionsBack(places, to);
}

/**
 * Where the same addition can be read at two places ("a|\n|" or "a\n|" gained a line), the later is taken, in every text:
 * two sides that added the same words would otherwise seem to have added them at different places, and both would stay.
 */
function moveAdditionsBack(places: Int32Array, to: readonly string[]): Int32Array {
  let added = 0;
  for (const [at, place] of places.entries()) {
    if (place < 0) continue;
    if (added < place && to[added] === to[place]) places[at] = added;
    added = (places[at] ?? place) + 1;
  }
  return places;
}

/** Whether the path to diagonal `k` comes down from `k + 1` (an insertion) rather than from `k - 1` (a deletion). */
function comesDown(reach: Int32Array, k: number, depth: number, middle: number): boolean {
  return k === -depth || (k !== depth && (reach[middle + k - 1] ?? -1) < (reach[middle + k + 1] ?? -1));
}

/** How far along `from` equal tokens lead on diagonal `k`. */
function slide(from: readonly string[], to: readonly string[], start: number, k: number): number {
  let a = start;
  while (a < from.length && a - k < to.length && from[a] === to[a - k]) a++;
  return a;
}

/** Walks both texts and reports each pair of equal tokens on a shortest edit path; nothing when they differ too much. */
function thread(from: readonly string[], to: readonly string[], pair: (a: number, b: number) => void): void {
  if (from.length === 0 || to.length === 0) return;
  const bound = Math.min(from.length + to.length, mostDifferences);
  const middle = bound + 1;
  const reach = new Int32Array(2 * bound + 3);
  const history: Int32Array[] = [];
  for (let depth = 0; depth <= bound; depth++) {
    history.push(reach.slice(middle - depth - 1, middle + depth + 2));
    for (let k = -depth; k <= depth; k += 2) {
      const a = slide(from, to, comesDown(reach, k, depth, middle) ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1, k);
      reach[middle + k] = a;
      if (a >= from.length && a - k >= to.length) return retrace(history, { a, b: a - k }, pair);
    }
  }
}

function retrace(history: readonly Int32Array[], end: { a: number; b: number }, pair: (a: number, b: number) => void): void {
  let { a, b } = end;
  for (let depth = history.length - 1; depth >= 0; depth--) {
    const reach = history[depth] ?? new Int32Array();
    const middle = depth + 1;
    const down = comesDown(reach, a - b, depth, middle);
    const before = depth === 0 ? 0 : (reach[middle + a - b + (down ? 1 : -1)] ?? 0);
    const start = depth === 0 ? 0 : before + (down ? 0 : 1);
    while (a > start) pair(--a, --b);
    if (!down) a--;
    else b--;
  }
}

/** One stretch between two places where all three texts agree. */
interface Stretch {
  readonly base: string;
  readonly current: string;
  readonly incoming: string;
}

/** Parts the three texts at the tokens common to all: agreed text and stretches in turn. */
function stretchesOf(base: readonly string[], current: readonly string[], incoming: readonly string[]): (string | Stretch)[] {
  const inCurrent = placesIn(base, current);
  const inIncoming = placesIn(base, incoming);
  const parts: (string | Stretch)[] = [];
  let [baseAt, currentAt, incomingAt] = [0, 0, 0];
  const close = (baseTo: number, currentTo: number, incomingTo: number) => {
    const stretch = {
      base: base.slice(baseAt, baseTo).join(''),
      current: current.slice(currentAt, currentTo).join(''),
      incoming: incoming.slice(incomingAt, incomingTo).join(''),
    };
    if (stretch.base || stretch.current || stretch.incoming) parts.push(stretch);
    [baseAt, currentAt, incomingAt] = [baseTo + 1, currentTo + 1, incomingTo + 1];
  };
  for (const [place, token] of base.entries()) {
    const [currentPlace = -1, incomingPlace = -1] = [inCurrent[place], inIncoming[place]];
    if (currentPlace < 0 || incomingPlace < 0) continue;
    close(place, currentPlace, incomingPlace);
    parts.push(token);
  }
  close(base.length, current.length, incoming.length);
  return parts;
}

function settle({ base, current, incoming }: Stretch): Merged {
  if (incoming === base || incoming === current) return { text: current, bothKept: false };
  if (current === base) return { text: incoming, bothKept: false };
  // One side only took words away: what the other wrote there stays. One side wrote on where the other stopped: the longer holds both.
  if (current === '' || incoming.startsWith(current)) return { text: incoming, bothKept: false };
  if (incoming === '' || current.startsWith(incoming)) return { text: current, bothKept: false };
  // Nobody's words were changed: one wrote on in the line, or both began new lines. They follow each other, new lines last.
  if (base === '' && (current.startsWith('\n') || incoming.startsWith('\n'))) {
    return { text: incoming.startsWith('\n') ? current + incoming : incoming + current, bothKept: false };
  }
  return { text: `⟦${current}⟧⟦${incoming}⟧`, bothKept: true };
}

/**
 * Merges what two writers made of the same text. No word that either of them wrote is lost: where both changed the same
 * words, both stay, marked. `base` is the text from which both started; `current` is what the server holds.
 * The browser uses it too, to carry what was typed while a save was on its way.
 */
export function mergeTexts(base: string, current: string, incoming: string): Merged {
  if (incoming === base || incoming === current) return { text: current, bothKept: false };
  if (current === base) return { text: incoming, bothKept: false };
  if ([current, incoming].some(isCells) && [base, current, incoming].every((text) => text === '' || isCells(text))) {
    const text = textOfCells(mergeCells(cellsOf(base), cellsOf(current), cellsOf(incoming), (...texts) => mergeTexts(...texts).text));
    return { text, bothKept: unresolvedMark.test(text) };
  }
  const settled = stretchesOf(tokensOf(base), tokensOf(current), tokensOf(incoming)).map((part) =>
    typeof part === 'string' ? { text: part, bothKept: false } : settle(part),
  );
  return { text: settled.map((part) => part.text).join(''), bothKept: settled.some((part) => part.bothKept) };
}

/** Merges two texts whose common ground is no longer known: what they share stands once, what only one of them has stays too. */
export function uniteTexts(current: string, incoming: string): Merged {
  if (isCells(current) || isCells(incoming)) return mergeTexts('', current, incoming);
  const [ours, theirs] = [tokensOf(current), tokensOf(incoming)];
  const places = placesIn(ours, theirs);
  const shared = ours.filter((_token, place) => (places[place] ?? -1) >= 0).join('');
  return mergeTexts(shared, current, incoming);
}
