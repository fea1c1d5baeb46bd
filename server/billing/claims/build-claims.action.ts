import { faultsOfClaim } from '#server/formats/x12/index.ts';
import { action, newId, type Tx } from '#server/platform/index.ts';
import type { ClaimFacts } from './claim.ts';
import { professionalClaim } from './claim-837p.rules.ts';
import { drawNumbers, holdCharges, insertClaims, insertEvents, lockReady, type NewClaim, type ReadyCharge } from './claims.store.ts';

const mostAtOnce = 20_000;

/** CLM01: H, the count, and the attempt when it is not the first; at most 20 characters. */
function claimNumber(count: number, attempt: number): string {
  return `H${String(count).padStart(9, '0')}${attempt > 1 ? `A${attempt}` : ''}`;
}

function numbered(charge: ReadyCharge, number: string): ClaimFacts {
  return { ...charge.facts, lines: charge.facts.lines.map((line, index) => ({ ...line, number: `${number}L${index + 1}` })) };
}

interface Judged {
  readonly claim: NewClaim;
  readonly faults: readonly { code: string; says: string }[];
}

async function judgedClaims(tx: Tx, charges: readonly ReadyCharge[]): Promise<Judged[]> {
  const first = charges.length > 0 ? await drawNumbers(tx, 'claim', charges.length) : 0;
  return charges.map((charge, index) => {
    const number = claimNumber(first + index, charge.attempt);
    const facts = numbered(charge, number);
    const faults = faultsOfClaim(professionalClaim(number, facts)).map(({ code, says }) => ({ code, says }));
    return { claim: { id: newId<'Claim'>(), number, charge, facts }, faults };
  });
}

/**
 * Builds claims of ready charges: all that are ready, or those named. What the guide would not allow goes back to the held charges with its faults.
 * Charges that another build has in hand are left to it: one claim a charge, always.
 */
export const buildClaims = action(
  'claim.build',
  async (tx, { chargeIds }: { chargeIds?: string[] | undefined }) => {
    const charges = await lockReady(tx, chargeIds, mostAtOnce);
    const judged = await judgedClaims(tx, charges);
    const good = judged.filter(({ faults }) => faults.length === 0).map(({ claim }) => claim);
    const bad = judged.filter(({ faults }) => faults.length > 0);
    await insertClaims(tx, good);
    await insertEvents(
      tx,
      good.map(({ id, charge }) => ({
        claimId: id,
        patientId: charge.patientId,
        programId: charge.programId,
        kind: 'built',
        says: `Claim built for ${charge.facts.payer.name}`,
        amountCents: charge.amountCents,
      })),
    );
    await holdCharges(
      tx,
      bad.map(({ claim, faults }) => ({ chargeId: claim.charge.chargeId, holds: faults })),
    );
    tx.touch({ kind: 'claim', patientId: charges.map(({ patientId }) => patientId), details: { built: good.length, held: bad.length } });
    return { built: good.length, held: bad.length, claimIds: good.slice(0, 1000).map(({ id }) => id) };
  },
  { purpose: 'HPAYMT' },
);
