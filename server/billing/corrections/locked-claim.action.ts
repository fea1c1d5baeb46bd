import { NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { claimById, type ClaimRead } from '../claims/claims-list.store.ts';
import { lockByNumbers, numberOf } from '../claims/claims.store.ts';

/** A claim, locked until the transaction ends and read after that: an answer of the payer may just have moved it. Throws `NotFound`. */
export async function lockedClaim(tx: Tx, claimId: string): Promise<ClaimRead> {
  const number = await numberOf(tx, claimId);
  const [locked] = number === undefined ? [] : await lockByNumbers(tx, [number]);
  const claim = locked && (await claimById(tx, claimId));
  if (!claim) throw new NotFound('Claim');
  return claim;
}

/** Throws `Refused` unless there is a way and nothing stands in it. */
export function passable<Way extends { readonly obstacle: string | null }>(way: Way | null, code: 'claim.not-resubmittable' | 'claim.not-voidable', says: string): Way {
  if (!way) throw new Refused(code, { code, says }, 409);
  if (way.obstacle) throw new Refused('claim.no-payer-number', { code: 'claim.no-payer-number', says: way.obstacle });
  return way;
}
