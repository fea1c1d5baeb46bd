import type { AnalyteReply, PanelReply, ResultReply } from '#server/observations/results/results.contract.ts';

/** One value while it is typed; empty is not tested. */
export interface TypedValue {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly flag: string;
  readonly expected: string;
  readonly amount: string;
}

export type TypedValues = Readonly<Record<string, TypedValue>>;

export const untested: TypedValue = { value: '', low: '', high: '', flag: '', expected: '', amount: '' };

export const flags = [
  { value: '', label: 'by range' },
  { value: 'normal', label: 'normal' },
  { value: 'abnormal', label: 'abnormal' },
  { value: 'critical', label: 'critical' },
];

/** Whether a finding is to be expected from what is on the medication list; empty when nothing can be said. */
export function proposedExpectation(analyte: Pick<AnalyteReply, 'medications'>, finding: string, taken: readonly string[] | undefined): '' | 'yes' | 'no' {
  if (taken === undefined || (finding !== 'positive' && finding !== 'negative')) return '';
  const isPrescribed = analyte.medications.some((medicine) => taken.some((name) => name.toLowerCase().includes(medicine)));
  return isPrescribed === (finding === 'positive') ? 'yes' : 'no';
}

/** The typed values with one changed. A finding of a drug screen brings the proposal with it, for the person to keep or change. */
export function typedValue(values: TypedValues, analyte: AnalyteReply, change: Partial<TypedValue>, taken: readonly string[] | undefined): TypedValues {
  const before = values[analyte.code] ?? untested;
  const proposal = change.value !== undefined && analyte.kind === 'finding' ? { expected: proposedExpectation(analyte, change.value, taken) } : {};
  return { ...values, [analyte.code]: { ...before, ...proposal, ...change } };
}

/** Every finding that nobody typed is negative, as on a cup with all lines showing. */
export function restNegative(values: TypedValues, panel: PanelReply, taken: readonly string[] | undefined): TypedValues {
  return panel.analytes
    .filter(({ code, kind }) => kind === 'finding' && !values[code]?.value)
    .reduce((filled, analyte) => typedValue(filled, analyte, { value: 'negative' }, taken), values);
}

/** The values as they are sent: those of the panel that were typed. */
export function valuesSent(panel: PanelReply | undefined, values: TypedValues): object {
  const sent = (panel?.analytes ?? []).flatMap(({ code, kind }) => {
    const { value, low, high, flag, expected, amount } = values[code] ?? untested;
    if (value.trim() === '') return [];
    const number = (text: string) => text.trim().replace(',', '.');
    const own =
      kind === 'quantity'
        ? { value: number(value).replace(/\s/g, ''), low: number(low) || null, high: number(high) || null, interpretation: flag || null }
        : { value, amount, isExpected: expected === '' ? null : expected === 'yes' };
    return [[code, own] as const];
  });
  return Object.fromEntries(sent);
}

/** The values of a result as a form holds them. */
export function typedFrom({ values }: Pick<ResultReply, 'values'>): TypedValues {
  return Object.fromEntries(
    Object.entries(values).map(([code, { value, low, high, interpretation, isExpected, amount }]) => [
      code,
      { value, low: low ?? '', high: high ?? '', flag: interpretation, expected: isExpected === null ? '' : isExpected ? 'yes' : 'no', amount },
    ]),
  );
}

/** The range of a laboratory: "0.6 to 1.2", "from 60", "up to 5". */
export function rangeWords({ low, high }: { readonly low: string | null; readonly high: string | null }): string {
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `from ${low}`;
  return high === null ? '' : `up to ${high}`;
}

/** What stands beside a value: critical or abnormal, and whether it was expected. */
export function flagWords({ interpretation, isExpected }: ResultReply['values'][string]): string {
  return [interpretation === 'normal' ? '' : interpretation, isExpected === null ? '' : isExpected ? 'expected' : 'unexpected'].filter(Boolean).join(', ');
}

/** Results in which the words stand: in the name of the panel, of what was found, or in the values. */
export function resultsWith(results: readonly ResultReply[], panels: readonly PanelReply[], words: string): readonly ResultReply[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return results;
  const names = new Map(panels.flatMap(({ analytes }) => analytes.map(({ code, name }) => [code, name] as const)));
  return results.filter((result) => {
    const found = Object.entries(result.values).map(([code, value]) => `${names.get(code) ?? code} ${value.value} ${flagWords(value)}`);
    const text = [result.panelName, result.laboratory, result.note, ...found].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** A moment as a field for date and time holds it, in the reader's own time. */
export function asLocal(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What a field for date and time holds, as a moment; what is no date stays as it is, so that the form can say so. */
export function asMoment(local: string): string {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? local : date.toISOString();
}
