import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { Hold } from '../charges/charge.ts';
import { recheckCharge } from '../charges/recheck-charge.action.ts';
import { connection } from '../clearinghouse/clearinghouse.store.ts';
import { buildClaims } from './build-claims.action.ts';
import { claimById, type ClaimRead } from './claims-list.store.ts';
import { chargesOf, holdCharges, insertEvents, lockByNumbers, numberOf, updateClaims, writeClaimDetails } from './claims.store.ts';
import { wayBack, type WayBack } from './resubmission.rules.ts';
import { submitClaims } from './submit-claims.action.ts';

interface Correction {
  readonly claimId: string;
  readonly priorAuthorization?: string | undefined;
  readonly referralNumber?: string | undefined;
}

/** What the next claim of the charge says: numbers as corrected, else as they were. */
function detailsOf({ facts, payerClaimNumber }: ClaimRead, way: WayBack, { priorAuthorization, referralNumber }: Correction): Record<string, string> {
  const details = {
    priorAuthorization: priorAuthorization ?? facts.priorAuthorization ?? '',
    referralNumber: referralNumber ?? facts.referralNumber ?? '',
    ...(way.frequency === '7' ? { frequency: '7', payerClaimNumber: payerClaimNumber ?? '' } : {}),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}

async function lockedClaim(tx: Tx, claimId: string): Promise<{ claim: ClaimRead; chargeIds: readonly string[]; way: WayBack }> {
  const number = await numberOf(tx, claimId);
  const [locked] = number === undefined ? [] : await lockByNumbers(tx, [number]);
  // Read after the lock: an answer of the payer may just have moved it.
  const claim = locked && (await claimById(tx, claimId));
  if (!claim) throw new NotFound('Claim');
  const way = wayBack(claim);
  if (!way)
    throw new Refused(
      'claim.not-resubmittable',
      { code: 'claim.not-resubmittable', says: 'Only a claim that was rejected or judged can be corrected and sent again.' },
      409,
    );
  if (way.obstacle) throw new Refused('claim.no-payer-number', { code: 'claim.no-payer-number', says: way.obstacle });
  return { claim, chargeIds: chargesOf(locked), way };
}

/** What still holds the charges; days that are not billed any more hold nothing, they are left out. */
async function judgedAnew(tx: Tx, chargeIds: readonly string[]): Promise<{ ready: string[]; holds: Hold[] }> {
  const ready: string[] = [];
  const holds: Hold[] = [];
  for (const chargeId of chargeIds) {
    const judged = await recheckCharge.within(tx, { chargeId });
    if (judged.state === 'ready') ready.push(chargeId);
    else if (judged.state !== 'void') holds.push(...judged.holds);
  }
  if (ready.length === 0 && holds.length === 0) holds.push({ code: 'claim.nothing-left', says: 'Nothing of it is billed any more. Ask the payer to void it.' });
  return { ready, holds };
}

/** The file of its own in which the new claim goes; null while no clearinghouse is set up: then it goes with the next ones. */
async function sentAlone(tx: Tx, claimId: string): Promise<string | null> {
  if (!(await connection(tx))) return null;
  return (await submitClaims.within(tx, { claimIds: [claimId] })).batchId;
}

/**
 * Corrects a claim and sends it again: its charge is judged anew with the record as it is now, a new claim is built under a new number and put
 * into a file. A judged claim is replaced (frequency 7), a rejected one goes out as an original. What still holds the charge is answered and
 * nothing is sent. Throws `Refused` for a claim that cannot be sent again.
 */
export const resubmitClaim = action(
  'claim.resubmit',
  async (tx, correction: Correction) => {
    const { claim, chargeIds, way } = await lockedClaim(tx, correction.claimId);
    const { id: claimId, patientId, programId, number: old } = claim;
    tx.touch({ kind: 'claim', id: claimId, patientId, programId, fields: ['state', 'priorAuthorization', 'referralNumber'] });
    if (claim.state !== 'rejected') {
      await updateClaims(tx, [{ id: claimId, state: 'replaced' }]);
      await holdCharges(
        tx,
        chargeIds.map((chargeId) => ({ chargeId, holds: [{ code: 'claim.replaced', says: `Claim ${old} is being corrected.` }] })),
      );
    }
    await writeClaimDetails(tx, chargeIds, detailsOf(claim, way, correction));
    const { ready, holds } = await judgedAnew(tx, chargeIds);
    // A claim goes out again whole or not at all.
    const { claimIds } = holds.length === 0 ? await buildClaims.within(tx, { chargeIds: ready }) : { claimIds: [] };
    const [next] = claimIds;
    const number = next === undefined ? null : ((await numberOf(tx, next)) ?? null);
    const says =
      number === null ? `Corrected, and held: ${holds.map((hold) => hold.says).join(' ')}` : `Corrected and sent again as ${number}, frequency ${way.frequency}`;
    await insertEvents(tx, [{ claimId, patientId, programId, kind: 'resubmitted', says }]);
    return { claimId: next ?? null, number, batchId: next === undefined ? null : await sentAlone(tx, next), frequency: way.frequency, holds };
  },
  { purpose: 'HPAYMT' },
);
