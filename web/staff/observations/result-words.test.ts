import { expect, test } from 'vitest';
import type { PanelReply } from '#server/observations/results/results.contract.ts';
import { asLocal, asMoment, proposedExpectation, restNegative, typedValue, valuesSent } from './result-words.ts';

const analyte = (code: string, medications: string[] = []) => ({
  code,
  name: code,
  loinc: null,
  kind: 'finding' as const,
  unit: '',
  findings: ['negative', 'positive'],
  medications,
});
const lithium = { ...analyte('lithium'), kind: 'quantity' as const, unit: 'mmol/L' };
const panel: PanelReply = {
  code: 'screen',
  name: 'Screen',
  loinc: null,
  kind: 'drug-screen',
  specimen: 'urine',
  analytes: [analyte('buprenorphine', ['buprenorphine']), analyte('fentanyl'), lithium],
};
const taken = ['Buprenorphine-naloxone 8 mg'];

test('what is on the medication list is expected to be found, and what is not, not; without the list nothing is said', () => {
  const [buprenorphine = analyte('x'), fentanyl = analyte('x')] = panel.analytes;
  expect([
    proposedExpectation(buprenorphine, 'positive', taken),
    proposedExpectation(buprenorphine, 'negative', taken),
    proposedExpectation(fentanyl, 'positive', taken),
    proposedExpectation(fentanyl, 'negative', taken),
    proposedExpectation(fentanyl, 'positive', undefined),
    proposedExpectation(fentanyl, 'invalid', taken),
  ]).toEqual(['yes', 'no', 'no', 'yes', '', '']);
});

test('the rest is negative, a proposal that was changed stays, and numbers are sent as they were typed', () => {
  const [buprenorphine = analyte('x')] = panel.analytes;
  const positive = typedValue({}, buprenorphine, { value: 'positive' }, taken);
  const judged = typedValue(positive, buprenorphine, { expected: 'no' }, taken);
  const all = typedValue(restNegative(judged, panel, taken), lithium, { value: ' < 0,20', high: '1.2' }, taken);
  expect(valuesSent(panel, all)).toEqual({
    buprenorphine: { value: 'positive', amount: '', isExpected: false },
    fentanyl: { value: 'negative', amount: '', isExpected: true },
    lithium: { value: '<0.20', low: null, high: '1.2', interpretation: null },
  });
});

test('a moment comes back from its field as it went in', () => {
  expect(asMoment(asLocal('2026-11-20T09:15:00.000Z'))).toBe('2026-11-20T09:15:00.000Z');
  expect(asMoment('')).toBe('');
});
