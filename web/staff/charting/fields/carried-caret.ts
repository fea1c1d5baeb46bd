/** How many characters both texts have in common at their start. */
function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  for (let at = 0; at < most; at++) if (one[at] !== other[at]) return at;
  return most;
}

/** Where a caret at `caret` of `before` belongs in `after`, which somebody else changed: it stays at the words it stood at. */
export function carriedCaret(before: string, after: string, caret: number): number {
  const start = sameStart(before, after);
  if (caret <= start) return caret;
  const [restBefore, restAfter] = [before.slice(start), after.slice(start)].map((text) => [...text].toReversed().join(''));
  const end = sameStart(restBefore ?? '', restAfter ?? '');
  const fromEnd = before.length - caret;
  return fromEnd <= end ? after.length - fromEnd : Math.max(start, after.length - end);
}
