import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimFacts } from './claim.ts';
import { claimsOf } from './claims-of-charges.rules.ts';
import type { ReadyCharge } from './ready-charge.ts';

const first = Temporal.PlainDate.from('2026-10-20');
const line = { number: '', code: 'H0018', modifiers: [], units: 1, amountCents: 52_000 };

function charge(id: number, offset: number, more: Partial<ReadyCharge> & { authorization?: string } = {}): ReadyCharge {
  const { authorization = 'A1', ...rest } = more;
  const facts = { placeOfService: '55', diagnoses: ['F1020'], priorAuthorization: authorization, coverage: { memberId: 'M1' }, lines: [line] };
  return {
    chargeId: `c${id}`,
    patientId: 'p',
    programId: 'g',
    payerId: 'y',
    attempt: 1,
    servedOn: first.add({ days: offset }),
    amountCents: 52_000,
    facts: facts as unknown as ClaimFacts,
    day: { per: 'month', lines: 'span' },
    ...rest,
  };
}

test('nights that follow each other go on one claim as one line with so many units, within a month and an authorization; a note goes alone', () => {
  const told = claimsOf([
    charge(1, 0),
    charge(2, 1),
    charge(3, 3),
    charge(4, 11, { authorization: 'A1' }),
    charge(5, 12),
    charge(6, 13, { authorization: 'A2' }),
    charge(7, 13, { day: null }),
  ]).map(({ chargeId, withCharges, amountCents, facts }) => [
    chargeId,
    withCharges,
    amountCents,
    facts.lines.map(({ units, servedOn, servedThrough }) => [units, servedOn, servedThrough]),
  ]);
  expect(told).toEqual([
    ['c1', ['c2'], 104_000, [[2, '2026-10-20', '2026-10-21']]],
    ['c3', [], 52_000, [[1, '2026-10-23', undefined]]],
    // The last night of October and the first of November.
    ['c4', [], 52_000, [[1, '2026-10-31', undefined]]],
    ['c5', [], 52_000, [[1, '2026-11-01', undefined]]],
    ['c6', [], 52_000, [[1, '2026-11-02', undefined]]],
    ['c7', [], 52_000, [[1, undefined, undefined]]],
  ]);
});

test('no charge is lost or doubled, no claim crosses its period, and the cents stay the same', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
  const kind = fc.constantFrom<ReadyCharge['day']>({ per: 'month', lines: 'span' }, { per: 'month', lines: 'day' }, { per: 'week', lines: 'day' });
  fc.assert(
    fc.property(offsets, kind, fc.array(fc.constantFrom('A1', 'A2'), { minLength: 61, maxLength: 61 }), (chosen, day, authorizations) => {
      const charges = chosen.toSorted((one, other) => one - other).map((offset) => charge(offset, offset, { day, authorization: authorizations[offset] ?? 'A1' }));
      const claims = claimsOf(charges);
      expect(claims.flatMap(({ chargeId, withCharges }) => [chargeId, ...withCharges]).toSorted()).toEqual(charges.map(({ chargeId }) => chargeId).toSorted());
      for (const claim of claims) {
        const of = charges.filter(({ chargeId }) => [claim.chargeId, ...claim.withCharges].includes(chargeId));
        expect(claim.amountCents).toBe(of.length * 52_000);
        expect(claim.facts.lines.reduce((sum, { units }) => sum + units, 0)).toBe(of.length);
        expect(claim.facts.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(claim.amountCents);
        const periods = of.map(({ servedOn }) => (day?.per === 'week' ? `${servedOn.yearOfWeek} ${servedOn.weekOfYear}` : servedOn.toPlainYearMonth().toString()));
        expect(new Set(periods).size).toBe(1);
        expect(new Set(of.map(({ facts }) => facts.priorAuthorization)).size).toBe(1);
      }
    }),
  );
});
