import { useElementSize } from '@mantine/hooks';
import { scaleOf, sentenceOf, type Course, type Scale } from './course.ts';
import classes from './course-plot.module.css';

const height = 130;
const edges = { left: 44, right: 30, top: 18, bottom: 20 };
const dayOf = (at: number) => new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: '2-digit' }).format(at);

interface CoursePlotProps {
  readonly courses: readonly Course[];
  readonly unit: string;
  /** Where values are expected to lie: the reference range of a laboratory. */
  readonly range?: { readonly low: number | null; readonly high: number | null } | undefined;
}

function placesIn({ low, high, from, to }: Scale, width: number) {
  return {
    x: (at: number) => edges.left + ((at - from) / (to - from)) * Math.max(1, width - edges.left - edges.right),
    y: (value: number) => edges.top + (1 - (value - low) / (high - low)) * (height - edges.top - edges.bottom),
  };
}

/** Values over time, one line or two in one frame, over the range where they are expected. */
export function CoursePlot({ courses, unit, range }: CoursePlotProps) {
  const { ref, width } = useElementSize();
  const scale = scaleOf(courses);
  if (!scale) return null;
  const { x, y } = placesIn(scale, width);
  const within = (value: number) => Math.min(height - edges.bottom, Math.max(edges.top, value));
  return (
    <div ref={ref} className={classes.plot}>
      <svg width={width} height={height} role="img" aria-label={courses.map((course) => sentenceOf(course, unit, dayOf)).join('. ')}>
        {range && (
          <rect
            className={classes.range}
            x={edges.left}
            width={Math.max(0, width - edges.left - edges.right)}
            y={range.high === null ? edges.top : within(y(range.high))}
            height={Math.max(0, (range.low === null ? height - edges.bottom : within(y(range.low))) - (range.high === null ? edges.top : within(y(range.high))))}
          />
        )}
        <line className={classes.edge} x1={edges.left} x2={width - edges.right} y1={height - edges.bottom} y2={height - edges.bottom} />
        {[scale.from, scale.to].map((at, place) => (
          <text key={at} className={classes.tick} x={x(at)} y={height - 5} textAnchor={place === 0 ? 'start' : 'end'}>
            {dayOf(at)}
          </text>
        ))}
        <text className={classes.tick} x={2} y={edges.top - 6}>
          {unit}
        </text>
        {courses.map(({ name, points }, second) => (
          <g key={name}>
            <polyline className={classes.line} data-second={second > 0 || undefined} points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
            {points.map(({ at, value }, place) => (
              <g key={at}>
                <circle className={classes.point} cx={x(at)} cy={y(value)} r={3.5}>
                  <title>{`${name}, ${dayOf(at)}: ${value} ${unit}`}</title>
                </circle>
                {(place === 0 || place === points.length - 1) && (
                  <text className={classes.value} x={x(at)} y={y(value) - 7} textAnchor="middle">
                    {value}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
