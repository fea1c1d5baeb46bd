import { analytesOf, panelOf, signs, type Analyte, type Measurements, type ResultValue, type ResultValues } from '#server/observations/index.ts';

const meaning = ({ interpretation, isExpected }: ResultValue): string[] => [
  interpretation === 'normal' ? '' : interpretation,
  isExpected === null ? '' : isExpected ? 'expected' : 'unexpected',
];

function valueWords(analyte: Analyte | undefined, code: string, kept: ResultValue): string {
  const { value, low, high, amount } = kept;
  const found = [value, analyte?.kind === 'quantity' ? analyte.unit : '', amount && `(${amount})`].filter(Boolean).join(' ');
  const range = low === null && high === null ? '' : `range ${low ?? ''} to ${high ?? ''}`;
  return `${analyte?.name ?? code}: ${[found, range, ...meaning(kept)].filter(Boolean).join(', ')}`;
}

/** The values of a result, a line each in the order of its panel: what was found, the range of the laboratory, what it means. */
export function resultWords(panelCode: string, values: ResultValues): string {
  const panel = panelOf(panelCode);
  const known = new Map((panel ? analytesOf(panel) : []).map((analyte) => [analyte.code, analyte]));
  const order = [...known.keys()];
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(values)
    .toSorted(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))
    .map(([code, kept]) => valueWords(known.get(code), code, kept))
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
