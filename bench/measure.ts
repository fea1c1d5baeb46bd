/** One line of the result. `limit` is what the machine can do at best, measured in the same run; `ratio` is value over limit. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | 'MB' | 's' | 'times';
  readonly limit: number | null;
  readonly ratio: number | null;
  /** What the issue asks of this row, in its unit; null when nothing is asked. */
  readonly target: number | null;
}

/** The smallest value that at least that share of the measurements do not exceed. */
export function percentile(measurements: readonly number[], share: number): number {
  const sorted = measurements.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds that each of `times` runs took, one after the other, after a warm-up that is not counted. */
export async function timesOf(times: number, run: (round: number) => Promise<unknown>): Promise<number[]> {
  const warmUp = Math.max(5, Math.floor(times / 10));
  for (let round = 0; round < warmUp; round += 1) await run(round);
  const measured: number[] = [];
  for (let round = 0; round < times; round += 1) measured.push(await elapsed(() => run(warmUp + round)));
  return measured;
}

/** The 95th percentile of two things measured in turn, A B A B, so that both meet the same weather; after a warm-up that is not counted. */
export async function besideLimit(
  times: number,
  run: (round: number) => Promise<unknown>,
  limit: (round: number) => Promise<unknown>,
): Promise<{ value: number; limit: number }> {
  const values: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round < Math.max(10, Math.floor(times / 5)); round += 1) {
    await run(round);
    await limit(round);
  }
  for (let round = 0; round < times; round += 1) {
    values.push(await elapsed(() => run(round)));
    limits.push(await elapsed(() => limit(round)));
  }
  return { value: percentile(values, 0.95), limit: percentile(limits, 0.95) };
}

/** Milliseconds that one run took. */
export async function elapsed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** A row of the result, rounded to hundredths. */
export function row(name: string, value: number, limit: number | null, more: { unit?: Row['unit']; target?: number } = {}): Row {
  return {
    name,
    value: rounded(value),
    unit: more.unit ?? 'ms',
    limit: limit === null ? null : rounded(limit),
    ratio: limit ? rounded(value / limit) : null,
    target: more.target ?? null,
  };
}
