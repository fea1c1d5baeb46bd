/** Stretches of time in minutes since 1970, ordered, none touching another: `[from, to)`. Minutes, because a search over 12 weeks of 40 people meets thousands. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** The same time told in order, with what touches made one. */
export function united(spans: Spans): Spans {
  const result: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) result.push([from, to]);
  }
  return result;
}

/** What is in both. */
export function common(a: Spans, b: Spans): Spans {
  const result: [number, number][] = [];
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [a[i], b[j]];
    if (!one || !other) return result;
    const [from, to] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
    if (from < to) result.push([from, to]);
    if (one[1] < other[1]) i += 1;
    else j += 1;
  }
}

/** What is in the first and not in the second. */
export function without(a: Spans, b: Spans): Spans {
  const first = a[0]?.[0] ?? 0;
  const last = a.at(-1)?.[1] ?? 0;
  const gaps: [number, number][] = [];
  let from = first;
  for (const [begin, end] of b) {
    if (begin > from) gaps.push([from, begin]);
    from = Math.max(from, end);
  }
  if (from < last) gaps.push([from, last]);
  return common(a, gaps);
}

/** Whether a stretch is wholly free. */
export function holds(spans: Spans, [from, to]: readonly [number, number]): boolean {
  return spans.some(([begin, end]) => begin <= from && to <= end);
}

/** Starts within the spans, on a grid of minutes, at which so many minutes fit. */
export function* startsIn(spans: Spans, minutes: number, grid: number): Generator<number> {
  for (const [from, to] of spans) for (let start = Math.ceil(from / grid) * grid; start + minutes <= to; start += grid) yield start;
}
