import { analytesOf, panelOf, signs, type Measurements, type ResultValues } from '#server/observations/index.ts';

/** The values of a result, a line each in the order of its panel: what was found, the range of the laboratory, what it means. */
export function resultWords(panelCode: string, values: ResultValues): string {
  const panel = panelOf(panelCode);
  const known = new Map((panel ? analytesOf(panel) : []).map((analyte) => [analyte.code, analyte]));
  const order = [...known.keys()];
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(values)
    .toSorted(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))
    .map(([code, { value, low, high, interpretation, isExpected, amount }]) => {
      const analyte = known.get(code);
      const found = [value, analyte?.kind === 'quantity' ? analyte.unit : '', amount && `(${amount})`].filter(Boolean).join(' ');
      const range = low === null && high === null ? '' : `range ${low ?? ''} to ${high ?? ''}`;
      const expected = isExpected === null ? '' : isExpected ? 'expected' : 'unexpected';
      return `${analyte?.name ?? code}: ${[found, range, interpretation === 'normal' ? '' : interpretation, expected].filter(Boolean).join(', ')}`;
    })
    .join('\n');
}

/** The signs of a set, a line each, by their long names and in the unit in which they were written down. */
export function vitalWords(measured: Measurements): string {
  return signs
    .flatMap(({ code, long }) => {
      const taken = measured[code];
      return taken ? [`${long}: ${taken.value} ${taken.unit}`] : [];
    })
    .join('\n');
}
