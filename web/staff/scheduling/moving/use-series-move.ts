import type { SeriesReply } from '#server/scheduling/series/series.contract.ts';
import type { Fixes } from '../series/repeat.ts';
import { useSeriesChange } from '../series/use-series-change.ts';
import type { Move } from './move.ts';
import { changeBack, type SeriesChange } from './series-move.ts';

interface SeriesMove {
  readonly series: SeriesReply;
  readonly move: Move;
  readonly change: SeriesChange;
  readonly fixes: Fixes;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** Moves the rest or the whole of a series along with one of its appointments. */
export function useSeriesMove({ series, move, change, fixes, timeZone, onDone }: SeriesMove) {
  return useSeriesChange({ series, change, back: changeBack(series, move, change, timeZone), fixes, done: 'Moved', onDone });
}
