import type { HistoryReply, Series } from '#server/assessments/administrations/administrations.contract.ts';

/** The days that all plots of a chart share, so that what happened stands at the same place in each. In milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;

/** From the first score to the last, with a week at each end; events before the first score do not stretch it. */
export function spanOf(series: readonly Series[]): Span {
  const moments = series.flatMap(({ points }) => points.map(({ at }) => Date.parse(at)));
  if (moments.length === 0) return { from: 0, to: dayMs };
  return { from: Math.min(...moments) - 7 * dayMs, to: Math.max(...moments) + 7 * dayMs };
}

/** Where a moment stands between the edges, from 0 to 1. */
export function shareOf(at: number, { from, to }: Span): number {
  return (at - from) / (to - from);
}

/** First days of months within the span, no more than six of them. */
export function monthsIn({ from, to }: Span): readonly { readonly at: number; readonly label: string }[] {
  const first = new Date(from);
  const all: { at: number; label: string }[] = [];
  for (let month = 1; month <= 60; month += 1) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (at > to) break;
    const label = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC', ...(new Date(at).getUTCMonth() === 0 ? { year: 'numeric' } : {}) }).format(at);
    all.push({ at, label });
  }
  const every = Math.ceil(all.length / 6);
  return all.filter((_, place) => place % every === 0);
}

/** What happened within the span. */
export function eventsIn(events: HistoryReply['events'], span: Span): readonly { readonly at: number; readonly says: string }[] {
  return events.map(({ on, says }) => ({ at: Date.parse(on), says })).filter(({ at }) => at >= span.from && at <= span.to);
}

/** Height of each point from the bottom, from 0 to 1: a number on its scale, a word on the line of its state. */
export function heightOf(series: Series, { score, says }: Series['points'][number]): number | null {
  if (series.kind === 'state') {
    const place = series.states.indexOf(says ?? '');
    return place === -1 ? null : (place + 0.5) / series.states.length;
  }
  if (score === null || series.min === null || series.max === null) return null;
  return (score - series.min) / (series.max - series.min);
}

/** Lines across the plot: bands of a score, or the states of a word. Each from and to as shares of the height. */
export function rowsOf({ kind, bands, states, min, max }: Series): readonly { readonly label: string; readonly from: number; readonly to: number }[] {
  if (kind === 'state') return states.map((label, place) => ({ label, from: place / states.length, to: (place + 1) / states.length }));
  if (min === null || max === null) return [];
  const range = max - min;
  return bands.map((band) => ({
    label: band.label,
    from: Math.max(0, (band.min - 0.5 - min) / range),
    to: Math.min(1, (band.max + 0.5 - min) / range),
  }));
}
