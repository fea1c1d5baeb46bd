import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#server/platform/index.ts';
import { placeOfServiceFor } from './charging.rules.ts';
import { pricedLines, timedUnits, totalOf } from './pricing.rules.ts';
import { procedureTable } from './procedures.ts';

const fees = new Map(procedureTable.procedures.flatMap((row) => [row.code, ...(row.addOns ?? []).map(({ code }) => code)]).map((code) => [code, cents(10_000)]));
const commercial = { videoModifier: '95', audioModifier: '93', credentialModifiers: false };
const therapy = { service: 'individual-psychotherapy', modality: 'in-person', credential: 'LMHC' } as const;

test.each([
  [15, undefined],
  [16, '90832'],
  [37, '90832'],
  [38, '90834'],
  [52, '90834'],
  [53, '90837'],
])('%i minutes of psychotherapy are billed as %s', (minutes, code) => {
  const { lines, holds } = pricedLines(procedureTable, { ...therapy, minutes }, commercial, fees);
  expect(lines.map((line) => line.code)).toEqual(code ? [code] : []);
  expect(holds.length).toBe(code ? 0 : 1);
});

test('a service either has lines or says why not, for any minutes', () => {
  const services = [...new Set(procedureTable.procedures.map(({ service }) => service))];
  fc.assert(
    fc.property(fc.constantFrom(...services), fc.integer({ min: 1, max: 300 }), fc.constantFrom('LMHC', 'MD', 'RN', null), (service, minutes, credential) => {
      const { lines, holds } = pricedLines(procedureTable, { service, minutes, credential, modality: 'video' }, commercial, fees);
      expect(lines.length > 0).toBe(holds.length === 0);
      if (lines.length > 0) expect(totalOf(lines)).toBe(lines.reduce((sum, line) => sum + 10_000 * line.units, 0));
      for (const line of lines) expect(line.modifiers.at(-1)).toBe('95');
    }),
  );
});

test('fifteen-minute units follow the 8-minute rule', () => {
  expect([7, 8, 22, 23, 37, 38, 53, 67].map((minutes) => timedUnits(minutes, 15))).toEqual([0, 1, 1, 2, 2, 3, 4, 4]);
});

test('a second half hour of crisis work is an add-on of its own', () => {
  const crisis = (minutes: number) =>
    pricedLines(procedureTable, { service: 'crisis-psychotherapy', minutes, modality: 'in-person', credential: 'LMHC' }, commercial, fees).lines;
  expect(crisis(74).map(({ code, units }) => [code, units])).toEqual([['90839', 1]]);
  expect(crisis(104).map(({ code, units }) => [code, units])).toEqual([
    ['90839', 1],
    ['90840', 1],
  ]);
  expect(crisis(105).map(({ code, units }) => [code, units])).toEqual([
    ['90839', 1],
    ['90840', 2],
  ]);
});

test('Medicaid hears the credential before the way of meeting', () => {
  const { lines } = pricedLines(procedureTable, { ...therapy, minutes: 50, modality: 'video' }, { ...commercial, credentialModifiers: true }, fees);
  expect(lines[0]?.modifiers).toEqual(['HO', '95']);
});

test('interactive complexity is added when the note says so, and never to a crisis', () => {
  const codes = (service: string, isComplex: boolean) =>
    pricedLines(procedureTable, { service, minutes: 45, modality: 'in-person', credential: 'LMHC', isComplex }, commercial, fees).lines.map(({ code }) => code);
  expect(codes('individual-psychotherapy', true)).toEqual(['90834', '90785']);
  expect(codes('individual-psychotherapy', false)).toEqual(['90834']);
  expect(codes('crisis-psychotherapy', true)).toEqual(['90839']);
});

test('what is billed by quantity is held until the note counts it', () => {
  const dose = { service: 'naltrexone-injection', minutes: 5, modality: 'in-person', credential: 'RN' } as const;
  expect(pricedLines(procedureTable, dose, commercial, fees)).toMatchObject({ lines: [], holds: [{ code: 'charge.no-quantity' }] });
  expect(pricedLines(procedureTable, { ...dose, quantity: 380 }, commercial, fees).lines).toEqual([{ code: 'J2315', modifiers: ['JZ'], units: 380, amount: 3_800_000 }]);
});

test('telehealth is at home unless the patient was elsewhere', () => {
  expect(placeOfServiceFor({ modality: 'video', programPlaceOfService: '53' })).toBe('10');
  expect(placeOfServiceFor({ modality: 'audio', patientAt: 'elsewhere', programPlaceOfService: '53' })).toBe('02');
  expect(placeOfServiceFor({ modality: 'in-person', patientAt: 'elsewhere', programPlaceOfService: '53' })).toBe('53');
});
