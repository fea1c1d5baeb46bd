import type { Tx } from '#server/platform/index.ts';
import { isReleased, judgeReleases, releaseAll } from '#server/privacy/index.ts';
import type { Hold } from '../charges/charge.ts';
import { claimRequest, holdOf } from './claim-release.rules.ts';
import type { ClaimToRelease } from './claim-to-release.ts';
import { batchToRelease, chargesToRelease } from './claims-to-release.store.ts';

/** What may not go, and why, by the id that was asked with. */
async function staying(tx: Tx, claims: readonly ClaimToRelease[]): Promise<Map<string, Hold>> {
  const judged = await judgeReleases(tx, claims.map(claimRequest), { hold: true });
  return new Map(
    claims.flatMap((claim, place) => {
      const one = judged[place];
      return one && !isReleased(one) ? [[claim.id, holdOf(claim, one.decision)] as const] : [];
    }),
  );
}

/** Ready charges that may not become claims: 42 CFR 2.33, 2.26(a)(6). Nothing is accounted for, as nothing leaves yet. */
export async function chargesHeldBack(tx: Tx, chargeIds: readonly string[]): Promise<Map<string, Hold>> {
  return chargeIds.length === 0 ? new Map() : staying(tx, await chargesToRelease(tx, chargeIds));
}

/**
 * Lets a batch out, all of it or nothing: decides at this moment, holding the consents until the commit, and accounts for each claim. Answers the
 * claims that may not go; when there are any, none was accounted for and the file must not be sent.
 */
export async function releaseBatch(tx: Tx, batchId: string): Promise<Map<string, Hold>> {
  const claims = await batchToRelease(tx, batchId);
  const held = await staying(tx, claims);
  if (held.size === 0) await releaseAll(tx, claims.map(claimRequest));
  return held;
}
