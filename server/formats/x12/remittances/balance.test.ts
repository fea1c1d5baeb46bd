import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCents, cents } from '#server/platform/index.ts';
import { imbalances, readInboundFile, type Imbalance } from '../index.ts';
import { decimalOf } from '../syntax/amounts.ts';
import { remittanceText } from '../testing/example-remittance.ts';

const amount = fc.integer({ min: -500_000, max: 500_000 }).map(cents);
const line = fc.record({ charge: amount, adjustments: fc.array(amount, { maxLength: 4 }) });
const claim = fc.record({ lines: fc.array(line, { maxLength: 3 }), adjustments: fc.array(amount, { maxLength: 2 }) });
const payment = fc.record({ claims: fc.array(claim, { minLength: 1, maxLength: 4 }), plbs: fc.array(amount, { maxLength: 2 }) });
type Payment = typeof payment extends fc.Arbitrary<infer Of> ? Of : never;

const less = (of: number, taken: readonly (typeof amount extends fc.Arbitrary<infer C> ? C : never)[]) => cents(of - addCents(...taken));
const cas = (adjustments: readonly ReturnType<typeof cents>[]) => adjustments.map((one, place) => `CAS*${place % 2 === 0 ? 'CO' : 'PR'}*45*${decimalOf(one)}`);

/** A remittance whose equations all hold, except that the payer says one of its amounts wrong by `off`. */
function statement({ claims, plbs }: Payment, wrong: 'line' | 'claim' | 'payment' | 'nothing', off: number) {
  const by = (what: typeof wrong) => (wrong === what ? off : 0);
  const paidOn = claims.map(({ lines, adjustments }) => addCents(...lines.map((one) => less(one.charge, one.adjustments)), less(0, adjustments)));
  const segments = claims.flatMap(({ lines, adjustments }, place) => {
    const charge = addCents(...lines.map((one) => one.charge));
    const first = place === 0 ? 1 : 0;
    return [
      `CLP*HBH${place}*1*${decimalOf(charge)}*${decimalOf(cents((paidOn[place] ?? 0) + first * by('claim')))}`,
      ...cas(adjustments),
      ...lines.flatMap((one, index) => [
        `SVC*HC:90837*${decimalOf(one.charge)}*${decimalOf(cents(less(one.charge, one.adjustments) + (index === 0 ? first * by('line') : 0)))}`,
        ...cas(one.adjustments),
      ]),
    ];
  });
  const total = cents(less(addCents(...paidOn), plbs) + by('claim') + by('payment'));
  return remittanceText(
    decimalOf(total),
    ['LX*1', ...segments],
    plbs.map((one) => `PLB*1234567893*20261231*WO:X*${decimalOf(one)}`),
  );
}

function foundIn(text: string): Imbalance[] {
  const inbound = readInboundFile(text)[0]?.documents[0];
  if (inbound?.kind !== 'remittance') throw new Error(JSON.stringify(inbound));
  return imbalances(inbound.document);
}

test('a remittance whose sums agree has no imbalance, whatever its signs', () => {
  fc.assert(
    fc.property(payment, (some) => {
      expect(foundIn(statement(some, 'nothing', 0))).toEqual([]);
    }),
  );
});

test('a cent too much or too little is found where it is, and only there', () => {
  const cent = fc.constantFrom(1, -1);
  const withLine = payment.filter(({ claims }) => (claims[0]?.lines.length ?? 0) > 0);
  fc.assert(
    fc.property(withLine, cent, fc.constantFrom('line' as const, 'claim' as const, 'payment' as const), (some, off, wrong) => {
      expect(foundIn(statement(some, wrong, off)).map(({ equation, computed, stated }) => [equation, stated - computed])).toEqual([[wrong, off]]);
    }),
  );
});
