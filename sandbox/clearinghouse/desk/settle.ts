import type { AdjudicatedClaim } from '../adjudication/adjudicated.ts';
import { contractOf } from '../adjudication/contract.ts';
import { paymentOf, remittanceAdvice, type ProviderAdjustment, type Remittance } from '../answers/remittance.ts';
import { answer, type Correspondent } from './answering.ts';
import type { Ledger } from './ledger.ts';

function ordered(ledger: Ledger, payerId: string): ProviderAdjustment[] {
  const order = ledger.take('provider-adjustment', (one) => one.payerId === undefined || one.payerId === payerId);
  return order === undefined ? [] : [{ reason: order.reason, reference: order.reference, cents: order.cents }];
}

/** The provider adjustments of a payment. BPR02 is never below zero: what is too much goes forward (FB) and is taken from the next payment. */
function adjustmentsFor(ledger: Ledger, key: string, trace: string, claims: readonly AdjudicatedClaim[]): readonly ProviderAdjustment[] {
  const [payerId = ''] = key.split('|');
  const owed = ledger.memory.forward[key] ?? 0;
  const adjustments: ProviderAdjustment[] = [...(owed > 0 ? [{ reason: 'FB', reference: trace, cents: owed }] : []), ...ordered(ledger, payerId)];
  const net = paymentOf({ claims, adjustments });
  ledger.memory.forward[key] = net < 0 ? -net : 0;
  return net < 0 ? [...adjustments, { reason: 'FB', reference: trace, cents: net }] : adjustments;
}

// Numbers that nobody sent: the receiver must not guess whose claim this is.
function stray(claim: AdjudicatedClaim, serial: string): AdjudicatedClaim {
  return {
    ...claim,
    payerNumber: `STRAY${serial}`,
    claim: { ...claim.claim, number: `NOBODY${serial}`, patient: { family: 'STRANGER', given: 'PAT', id: `X${serial}` } },
  };
}

function remit(ledger: Ledger, to: Correspondent, claims: readonly AdjudicatedClaim[]): void {
  const [first] = claims;
  if (first === undefined) return;
  const { payer, billing } = first.claim;
  const trace = `EFT${ledger.now().year}${ledger.nextSerial()}`;
  const extra = ledger.take('stray-claim') === undefined ? [] : [stray(first, ledger.nextSerial())];
  const all = [...claims, ...extra];
  const wrong = ledger.take('unbalanced-remittance');
  const remittance: Remittance = {
    payer: { ...contractOf(payer.id), name: payer.family, id: payer.id },
    payee: { name: billing.family, npi: billing.id, taxId: billing.taxId },
    trace,
    at: ledger.now(),
    claims: all,
    adjustments: adjustmentsFor(ledger, `${payer.id}|${billing.id}`, trace, all),
    ...(wrong !== undefined && { wrongByCents: wrong.cents }),
  };
  answer(ledger, to, '835', { code: 'HP', version: '005010X221A1', sets: [remittanceAdvice(remittance)] });
}

/** Sends an 835 for each payer and provider among the decided claims. */
export function settle(ledger: Ledger, to: Correspondent, claims: readonly AdjudicatedClaim[]): void {
  for (const group of Map.groupBy(claims, ({ claim }) => `${claim.payer.id}|${claim.billing.id}`).values()) remit(ledger, to, group);
}
