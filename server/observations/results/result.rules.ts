import type { Obstacle } from '#server/platform/index.ts';
import type { Analyte, Panel, Pattern } from './panel.ts';
import type { Interpretation, ResultFacts, ResultValue, ResultValues } from './result.ts';

/** A value as it is said: what the laboratory did not flag and nobody judged is left out. */
export interface SaidValue {
  readonly value: string;
  readonly low?: string | null | undefined;
  readonly high?: string | null | undefined;
  readonly interpretation?: Interpretation | null | undefined;
  readonly isExpected?: boolean | null | undefined;
  readonly amount?: string | undefined;
}

const measured = /^([<>]?)(\d{1,7}(?:\.\d{1,4})?)$/;
const ranks: Readonly<Record<Interpretation, number>> = { normal: 0, abnormal: 1, critical: 2 };

/** The number in a value such as "0.8" or "<0.2"; undefined for words. */
export function numberIn(value: string): number | undefined {
  const digits = measured.exec(value)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

function obstacleToValue(analyte: Analyte | undefined, code: string, said: SaidValue): Obstacle[] {
  if (!analyte) return [{ code: 'result.not-of-panel', says: 'This panel does not test that. Choose another panel.', at: `values.${code}` }];
  const at = `values.${code}.value`;
  if (analyte.kind === 'finding')
    return analyte.findings.some((finding) => finding === said.value)
      ? []
      : [{ code: 'result.no-finding', says: `${analyte.name} is ${analyte.findings.join(', ')}.`, at }];
  if (!measured.test(said.value)) return [{ code: 'result.no-number', says: `${analyte.name} is a number such as 0.8 or <0.2.`, at }];
  const [low, high] = [Number(said.low ?? Number.NaN), Number(said.high ?? Number.NaN)];
  return low > high ? [{ code: 'result.range-upside-down', says: 'The range ends below where it begins.', at: `values.${code}.low` }] : [];
}

/** What stands against writing a result down. */
export function obstaclesToResult(
  panel: Pick<Panel, 'kind'>,
  analytes: readonly Analyte[],
  said: Readonly<Record<string, SaidValue>>,
  facts: Pick<ResultFacts, 'collectedAt' | 'receivedAt' | 'method'>,
  now: Temporal.Instant,
): Obstacle[] {
  const found = Object.entries(said).flatMap(([code, value]) =>
    obstacleToValue(
      analytes.find((analyte) => analyte.code === code),
      code,
      value,
    ),
  );
  if (Object.keys(said).length === 0) found.push({ code: 'result.nothing-found', says: 'Write down at least one value.', at: 'values' });
  if (Temporal.Instant.compare(facts.collectedAt, facts.receivedAt) > 0)
    found.push({ code: 'result.received-before-collected', says: 'It cannot have been received before it was collected.', at: 'receivedAt' });
  if (Temporal.Instant.compare(facts.receivedAt, now.add({ minutes: 1 })) > 0)
    found.push({ code: 'result.received-in-future', says: 'It cannot have been received after now.', at: 'receivedAt' });
  if (panel.kind === 'drug-screen' && facts.method === null)
    found.push({ code: 'result.no-method', says: 'Say whether the screen is presumptive or definitive.', at: 'method' });
  return found;
}

function interpretationOfFinding({ value, isExpected }: SaidValue): Interpretation {
  if (typeof isExpected === 'boolean') return isExpected ? 'normal' : 'abnormal';
  return value === 'negative' ? 'normal' : 'abnormal';
}

function interpretationOfNumber({ value, low, high }: SaidValue, critical: Extract<Analyte, { kind: 'quantity' }>['critical']): Interpretation {
  const [, sign, digits] = measured.exec(value) ?? [];
  const number = Number(digits);
  const isBelow = (limit: number) => number < limit || (sign === '<' && number <= limit);
  const isAbove = (limit: number) => number > limit || (sign === '>' && number >= limit);
  const isFrom = (limit: number) => number >= limit && sign !== '<';
  if (isBelow(critical?.below ?? Number.NEGATIVE_INFINITY) || isFrom(critical?.from ?? Number.POSITIVE_INFINITY)) return 'critical';
  return isBelow(Number(low ?? Number.NEGATIVE_INFINITY)) || isAbove(Number(high ?? Number.POSITIVE_INFINITY)) ? 'abnormal' : 'normal';
}

const worse = (one: Interpretation, other: Interpretation) => (ranks[one] >= ranks[other] ? one : other);

/** The values with what they mean: as the laboratory flagged them, but never milder than a limit that is crossed. */
export function interpreted(analytes: readonly Analyte[], said: Readonly<Record<string, SaidValue>>): ResultValues {
  const values = analytes.flatMap((analyte) => {
    const given = said[analyte.code];
    if (!given) return [];
    const own = analyte.kind === 'finding' ? interpretationOfFinding(given) : interpretationOfNumber(given, analyte.critical);
    const kept: ResultValue = {
      value: given.value,
      low: given.low ?? null,
      high: given.high ?? null,
      interpretation: own === 'critical' ? own : (given.interpretation ?? own),
      isExpected: given.isExpected ?? null,
      amount: given.amount ?? '',
    };
    return [[analyte.code, kept] as const];
  });
  return Object.fromEntries(values);
}

/** The worst that stands in a result: it decides how soon somebody must look. */
export function worstOf(values: ResultValues): Interpretation {
  return Object.values(values).reduce<Interpretation>((worst, { interpretation }) => worse(worst, interpretation), 'normal');
}

/** What stands out in a result, or all of it when nothing does, in one line. */
export function resultLine(analytes: readonly Analyte[], values: ResultValues): string {
  const words = analytes.flatMap((analyte) => {
    const kept = values[analyte.code];
    if (!kept) return [];
    const flags = [kept.interpretation === 'critical' ? 'critical' : '', kept.isExpected === false ? 'unexpected' : ''].filter(Boolean).join(', ');
    const value = analyte.kind === 'quantity' ? `${kept.value} ${analyte.unit}`.trim() : kept.value;
    return [{ isLoud: kept.interpretation !== 'normal' || kept.isExpected === false, says: `${analyte.name} ${value}${flags ? ` (${flags})` : ''}` }];
  });
  const loud = words.filter(({ isLoud }) => isLoud);
  if (loud.length > 0) return loud.map(({ says }) => says).join('; ');
  return words.length > 3 ? 'nothing out of range' : words.map(({ says }) => says).join('; ');
}

function holds({ when }: Pattern, values: ResultValues): boolean {
  if ('outside' in when) {
    const number = numberIn(values[when.outside]?.value ?? '');
    return number !== undefined && (number < when.from || (when.to !== null && number > when.to));
  }
  return values[when.positive]?.value === 'positive' && (when.negative === undefined || values[when.negative]?.value === 'negative');
}

/** What the values of one result mean together; a hint for the reader, never a conclusion. */
export function hintsOf(patterns: readonly Pattern[], values: ResultValues): string[] {
  return patterns.filter((pattern) => holds(pattern, values)).map(({ says }) => says);
}

/** What stands against calling a result reviewed: what is critical or unexpected needs a word on what follows from it. */
export function obstaclesToReview(result: { readonly worst: Interpretation; readonly values: ResultValues; readonly reviewedAt: unknown }, says: string): Obstacle[] {
  if (result.reviewedAt !== null) return [{ code: 'result.reviewed-already', says: 'Somebody has reviewed this already.' }];
  const needsWords = result.worst === 'critical' || Object.values(result.values).some(({ isExpected }) => isExpected === false);
  return needsWords && says.length < 3
    ? [{ code: 'result.review-says-nothing', says: 'Something critical or unexpected stands here. Write what you do about it.', at: 'says' }]
    : [];
}

/** Each number over time, the oldest first, in the unit of its analyte, with the range of the latest laboratory that gave one. */
export function coursesOf(analytes: readonly Analyte[], results: readonly { readonly collectedAt: Temporal.Instant; readonly values: ResultValues }[]) {
  const inTime = results.toSorted((one, other) => Temporal.Instant.compare(one.collectedAt, other.collectedAt));
  return analytes.flatMap((analyte) => {
    if (analyte.kind !== 'quantity') return [];
    const taken = inTime.flatMap(({ collectedAt, values }) => {
      const kept = values[analyte.code];
      const value = kept && numberIn(kept.value);
      return kept && value !== undefined ? [{ at: collectedAt, value, kept }] : [];
    });
    if (taken.length === 0) return [];
    const ranged = taken.findLast(({ kept }) => kept.low !== null || kept.high !== null)?.kept;
    const limit = (text: string | null | undefined) => (text ? Number(text) : null);
    const range = ranged ? { low: limit(ranged.low), high: limit(ranged.high) } : null;
    return [{ code: analyte.code, name: analyte.name, unit: analyte.unit, range, points: taken.map(({ at, value }) => ({ at, value })) }];
  });
}
