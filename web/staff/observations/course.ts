/** A measured value over time; `at` in milliseconds since 1970. */
export interface CoursePoint {
  readonly at: number;
  readonly value: number;
}

/** One line of a plot. */
export interface Course {
  readonly name: string;
  readonly points: readonly CoursePoint[];
}

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
}

/** The frame around all lines: a little air above and below, and never a height of nought, so that a flat line lies in the middle. */
export function scaleOf(courses: readonly Course[]): Scale | undefined {
  const points = courses.flatMap(({ points: ofOne }) => ofOne);
  if (points.length === 0) return undefined;
  const [values, moments] = [points.map(({ value }) => value), points.map(({ at }) => at)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = high === low ? Math.max(1, Math.abs(high) * 0.05) : (high - low) * 0.2;
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  const day = 86_400_000;
  return { low: low - air, high: high + air, from: from === to ? from - day : from, to: from === to ? to + day : to };
}

/** The lines as one sentence each, for whoever does not see the plot. */
export function sentenceOf({ name, points }: Course, unit: string, day: (at: number) => string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${name}: never measured`;
  const one = ({ at, value }: CoursePoint) => `${value} ${unit} on ${day(at)}`;
  return points.length === 1 ? `${name}: ${one(first)}` : `${name}: ${points.length} times, from ${one(first)} to ${one(last)}`;
}
