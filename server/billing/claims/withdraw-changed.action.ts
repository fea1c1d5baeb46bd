import type { Tx } from '#server/platform/index.ts';
import { changedSinceClaim, chargesGivenBack, holdCharges, insertEvents, updateClaims, type ClaimRow } from './claims.store.ts';

/**
 * Takes back built claims with a day that would not be billed so by now: what is known to be wrong is not sent. Their charges are held, all of a
 * claim, and judged anew by hand; the one that changed says why. Answers the claims that may go.
 */
export async function withdrawChanged(tx: Tx, claims: readonly ClaimRow[]): Promise<ClaimRow[]> {
  const changed = await changedSinceClaim(tx, claims.flatMap(chargesGivenBack));
  if (changed.size === 0) return [...claims];
  const isChanged = (claim: ClaimRow) => chargesGivenBack(claim).some((chargeId) => changed.has(chargeId));
  const stopped = claims.filter(isChanged);
  await updateClaims(
    tx,
    stopped.map(({ id }) => ({ id, state: 'rejected' })),
  );
  await insertEvents(
    tx,
    stopped.map((claim) => {
      const why = chargesGivenBack(claim).flatMap((chargeId) => changed.get(chargeId) ?? []);
      return { claimId: claim.id, patientId: claim.patientId, programId: claim.programId, kind: 'withdrawn', says: `Taken back before it was sent. ${why.join(' ')}` };
    }),
  );
  await holdCharges(
    tx,
    stopped.flatMap((claim) =>
      chargesGivenBack(claim).map((chargeId) => ({
        chargeId,
        holds: [
          { code: 'claim.day-changed', says: changed.get(chargeId) ?? `Claim ${claim.number} was taken back before it was sent, as another of its days has changed.` },
        ],
      })),
    ),
  );
  tx.touch({ kind: 'claim', patientId: stopped.map(({ patientId }) => patientId), fields: ['state'] });
  return claims.filter((claim) => !isChanged(claim));
}
