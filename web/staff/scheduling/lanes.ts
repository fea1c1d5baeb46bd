/** Something with a beginning and an end, in minutes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a span is drawn when several share the time: its lane, of how many. */
export interface Laned<T> {
  readonly item: T;
  readonly lane: number;
  readonly lanes: number;
}

/** Places overlapping spans side by side. Spans that touch do not overlap. Every knot of overlaps is as wide as it needs, no wider. */
export function lanesOf<T extends Span>(spans: readonly T[]): Laned<T>[] {
  const laid: Laned<T>[] = [];
  let knot: { item: T; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    laid.push(...knot.map(({ item, lane }) => ({ item, lane, lanes: ends.length })));
    knot = [];
    ends = [];
  };
  for (const item of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (ends.every((end) => end <= item.start)) close();
    const free = ends.findIndex((end) => end <= item.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.end;
    knot.push({ item, lane });
  }
  close();
  return laid;
}
