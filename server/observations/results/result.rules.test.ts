import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analytesOf, panelOf, panels, patterns, type Panel } from './panel.ts';
import { coursesOf, hintsOf, interpreted, numberIn, obstaclesToResult, obstaclesToReview, resultLine, worstOf } from './result.rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
function panelNamed(code: string): Panel {
  const panel = panelOf(code);
  if (!panel) throw new Error(`No panel ${code}`);
  return panel;
}
const of = (code: string) => analytesOf(panelNamed(code));

test('every panel names analytes that are there, and each LOINC code has the check digit that it should', () => {
  const isLoinc = (code: string) => {
    const [digits = '', check] = code.split('-');
    const sum = [...digits].toReversed().reduce((total, digit, place) => {
      const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    return check === String((10 - (sum % 10)) % 10);
  };
  for (const panel of panels) {
    expect(
      analytesOf(panel).map(({ code }) => code),
      panel.code,
    ).toEqual(panel.analytes);
    for (const { code, loinc } of [panel, ...analytesOf(panel)]) expect(loinc === null || isLoinc(loinc), `${code} ${loinc}`).toBe(true);
  }
  const tested = new Set(panels.flatMap((panel) => panel.analytes));
  for (const { when } of patterns) expect(tested.has('outside' in when ? when.outside : when.positive)).toBe(true);
});

test('a flag of the laboratory holds, and is never milder than a limit that is crossed', () => {
  const lithium = (value: string, over: object = {}) => interpreted(of('lithium'), { lithium: { value, low: '0.6', high: '1.2', ...over } })['lithium']?.interpretation;
  expect([lithium('0.8'), lithium('0.5'), lithium('1.3'), lithium('1.5')]).toEqual(['normal', 'abnormal', 'abnormal', 'critical']);
  expect([lithium('<0.6'), lithium('<0.7'), lithium('>1.2'), lithium('<1.5')]).toEqual(['abnormal', 'normal', 'abnormal', 'abnormal']);
  expect([lithium('0.8', { interpretation: 'abnormal' }), lithium('1.3', { interpretation: 'normal' }), lithium('2', { interpretation: 'normal' })]).toEqual([
    'abnormal',
    'normal',
    'critical',
  ]);
  const neutrophils = (value: string) => interpreted(of('cbc'), { neutrophils: { value } })['neutrophils']?.interpretation;
  expect([neutrophils('0.99'), neutrophils('1.0'), neutrophils('3')]).toEqual(['critical', 'normal', 'normal']);
});

test('in a drug screen what counts is whether it was expected', () => {
  const screen = interpreted(of('urine-drug-screen'), {
    fentanyl: { value: 'positive', isExpected: false, amount: '12 ng/mL' },
    buprenorphine: { value: 'positive', isExpected: true },
    oxycodone: { value: 'negative' },
    cocaine: { value: 'positive' },
    'urine-creatinine': { value: '12' },
  });
  expect(Object.fromEntries(Object.entries(screen).map(([code, { interpretation }]) => [code, interpretation]))).toEqual({
    buprenorphine: 'normal',
    cocaine: 'abnormal',
    fentanyl: 'abnormal',
    oxycodone: 'normal',
    'urine-creatinine': 'normal',
  });
  expect(resultLine(of('urine-drug-screen'), screen)).toBe('Cocaine (benzoylecgonine) positive; Fentanyl positive (unexpected)');
  expect(hintsOf(patterns, screen)).toEqual([expect.stringContaining('dilute')]);
  const spiked = interpreted(of('buprenorphine-urine'), { buprenorphine: { value: 'positive' }, norbuprenorphine: { value: 'negative' } });
  expect(hintsOf(patterns, spiked)).toEqual([expect.stringContaining('added to the specimen')]);
});

test('what cannot be is said at its field', () => {
  const [collectedAt, receivedAt, now] = [at('2026-11-20T09:00:00Z'), at('2026-11-20T08:00:00Z'), at('2026-11-19T08:00:00Z')];
  const screen = panelNamed('urine-drug-screen');
  const said = { lithium: { value: '1' }, fentanyl: { value: 'maybe' }, 'urine-ph': { value: 'sour' }, 'urine-gravity': { value: '1.01', low: '2', high: '1' } };
  expect(obstaclesToResult(screen, analytesOf(screen), said, { collectedAt, receivedAt, method: null }, now).map((each) => [each.code, each.at])).toEqual([
    ['result.not-of-panel', 'values.lithium'],
    ['result.no-finding', 'values.fentanyl.value'],
    ['result.no-number', 'values.urine-ph.value'],
    ['result.range-upside-down', 'values.urine-gravity.low'],
    ['result.received-before-collected', 'receivedAt'],
    ['result.received-in-future', 'receivedAt'],
    ['result.no-method', 'method'],
  ]);
});

test('what is critical or unexpected is not reviewed without a word', () => {
  const reviewed = (worst: 'normal' | 'critical', isExpected: boolean | null, says: string) =>
    obstaclesToReview({ worst, values: { one: { value: 'x', low: null, high: null, interpretation: worst, isExpected, amount: '' } }, reviewedAt: null }, says).length;
  expect([reviewed('normal', null, ''), reviewed('critical', null, ''), reviewed('normal', false, ''), reviewed('critical', false, 'Called them')]).toEqual([0, 1, 1, 0]);
});

test('the worst is at least each of them, and a course holds every number in its time', () => {
  const value = fc.integer({ min: 0, max: 30_000 }).map((tenths) => (tenths / 10).toFixed(1));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), value), { minLength: 1, maxLength: 20 }), (taken) => {
      const results = taken.map(([hours, text]) => ({
        collectedAt: at('2026-01-01T00:00:00Z').add({ hours }),
        values: interpreted(of('cbc'), { platelets: { value: text }, hemoglobin: { value: '13' } }),
      }));
      for (const { values } of results)
        if (worstOf(values) === 'normal') expect(Object.values(values).every(({ interpretation }) => interpretation === 'normal')).toBe(true);
      const points = coursesOf(of('cbc'), results).find(({ code }) => code === 'platelets')?.points ?? [];
      expect(points.map((point) => point.value).toSorted((a, b) => a - b)).toEqual(taken.map(([, text]) => numberIn(text) ?? 0).toSorted((a, b) => a - b));
      expect(points.every((point, place) => place === 0 || Temporal.Instant.compare(points[place - 1]?.at ?? point.at, point.at) <= 0)).toBe(true);
    }),
  );
});
