import { useElementSize } from '@mantine/hooks';
import type { HistoryReply, Series } from '#server/assessments/administrations/administrations.contract.ts';
import { day } from '../../ui/format/words.ts';
import { eventsIn, heightOf, monthsIn, rowsOf, shareOf, type Span } from './trend.ts';
import classes from './trend-plot.module.css';

const height = 190;
// Names of bands stand beside the plot: within it they would cover scores.
const edges = { left: 30, right: 112, top: 18, bottom: 22 };
const longest = 20;
const shortened = (label: string) => (label.length > longest ? `${label.slice(0, longest - 1)}…` : label);

interface TrendPlotProps {
  readonly series: Series;
  readonly span: Span;
  readonly events: HistoryReply['events'];
}

type Place = (share: number) => number;

function Rows({ series, y, width }: { readonly series: Series; readonly y: Place; readonly width: number }) {
  return rowsOf(series).map(({ label, from, to }, place) => (
    <g key={label}>
      <rect
        className={classes.band}
        data-odd={place % 2 === 1 || undefined}
        x={edges.left}
        width={Math.max(0, width - edges.left - edges.right)}
        y={y(to)}
        height={y(from) - y(to)}
      />
      {y(from) - y(to) > 11 && (
        <text className={classes.bandLabel} x={width - edges.right + 6} y={y((from + to) / 2) + 3}>
          {shortened(label)}
          <title>{label}</title>
        </text>
      )}
    </g>
  ));
}

function Axes({ series, span, x, y }: { readonly series: Series; readonly span: Span; readonly x: Place; readonly y: Place }) {
  return (
    <>
      {series.min !== null && series.max !== null && series.kind === 'number' && (
        <>
          <text className={classes.tick} x={edges.left - 5} y={y(0) + 3} textAnchor="end">
            {series.min}
          </text>
          <text className={classes.tick} x={edges.left - 5} y={y(1) + 3} textAnchor="end">
            {series.max}
          </text>
        </>
      )}
      {monthsIn(span).map(({ at, label }) => (
        <g key={at}>
          <line className={classes.month} x1={x(shareOf(at, span))} x2={x(shareOf(at, span))} y1={y(0)} y2={y(0) + 4} />
          <text className={classes.tick} x={x(shareOf(at, span))} y={height - 5} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}

function Happenings({ events, span, x, y }: Pick<TrendPlotProps, 'events' | 'span'> & { readonly x: Place; readonly y: Place }) {
  return eventsIn(events, span).map(({ at, says }) => {
    const share = shareOf(at, span);
    return (
      <g key={`${at}${says}`}>
        <line className={classes.event} x1={x(share)} x2={x(share)} y1={y(0)} y2={edges.top - 4} />
        <text className={classes.eventLabel} x={x(share)} y={edges.top - 7} textAnchor={share > 0.6 ? 'end' : 'start'}>
          {says}
        </text>
      </g>
    );
  });
}

/** The scores as one sentence, for whoever does not see the plot. */
function summary({ abbreviation, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)];
  const one = (point: Series['points'][number] | undefined) => (point ? `${point.score ?? ''} ${point.says ?? ''} on ${day(point.at)}`.trim() : '');
  return points.length === 1 ? `${abbreviation}: ${one(first)}` : `${abbreviation}: ${points.length} times, from ${one(first)} to ${one(last)}`;
}

/** One line of scores over its bands, or one outcome as states: with what happened meanwhile. */
export function TrendPlot({ series, span, events }: TrendPlotProps) {
  const { ref, width } = useElementSize();
  const x: Place = (share) => edges.left + share * Math.max(1, width - edges.left - edges.right);
  const y: Place = (share) => edges.top + (1 - share) * (height - edges.top - edges.bottom);
  const points = series.points.flatMap((point) => {
    const at = heightOf(series, point);
    return at === null ? [] : [{ ...point, left: x(shareOf(Date.parse(point.at), span)), top: y(at) }];
  });
  return (
    <div ref={ref} className={classes.plot}>
      <svg width={width} height={height} role="img" aria-label={summary(series)}>
        <Rows series={series} y={y} width={width} />
        <Axes series={series} span={span} x={x} y={y} />
        <Happenings events={events} span={span} x={x} y={y} />
        {series.kind === 'number' && <polyline className={classes.line} points={points.map(({ left, top }) => `${left},${top}`).join(' ')} />}
        {points.map(({ id, left, top, score, says, at }, place) => (
          <g key={id}>
            <circle className={classes.point} data-state={series.kind === 'state' || undefined} cx={left} cy={top} r={series.kind === 'state' ? 6 : 4}>
              <title>{`${day(at)}: ${score ?? ''} ${says ?? ''}`}</title>
            </circle>
            {(place === 0 || place === points.length - 1) && score !== null && (
              <text className={classes.score} x={left} y={top - 8} textAnchor="middle">
                {score}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
