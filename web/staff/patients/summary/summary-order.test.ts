import { expect, test } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { cardsFor } from './summary-order.ts';

const of = (...codes: string[]) =>
  cardsFor(
    codes,
    roles.roles.filter(({ code }) => codes.includes(code)).flatMap(({ permissions }) => permissions),
  );

test('a prescriber begins with medicines, a therapist with risk and plan, and nobody sees what they may not', () => {
  expect(of('prescriber').slice(0, 4)).toEqual(['medicines', 'allergies', 'results', 'vitals']);
  expect(of('therapist').slice(0, 3)).toEqual(['risk', 'plan', 'scores']);
  expect(cardsFor(['prescriber'], ['schedule.read', 'patient.read'])).toEqual(['appointments', 'stays', 'team', 'alerts']);
});

test('biller and front desk see money and dates, never a word of treatment', () => {
  const clinical = ['allergies', 'diagnoses', 'medicines', 'needs', 'notes', 'plan', 'results', 'risk', 'scores', 'vitals'];
  for (const role of ['biller', 'front-desk']) expect(of(role).filter((card) => clinical.includes(card))).toEqual([]);
  expect(of('biller')).toEqual(['coverage', 'authorizations', 'balance', 'appointments', 'stays']);
});

test('two roles are one after the other, each part once; a role without a list of its own sees who it is and when', () => {
  const both = of('therapist', 'biller');
  expect(new Set(both).size).toBe(both.length);
  expect(both).toEqual([...of('therapist'), 'coverage', 'authorizations', 'balance']);
  expect(of('privacy-officer')).toEqual(['alerts', 'stays', 'team', 'contacts']);
});
