import { action, Refused, type Tx } from '#server/platform/index.ts';
import type { Hold } from '../charges/charge.ts';
import { recheckCharge } from '../charges/recheck-charge.action.ts';
import { buildClaims } from '../claims/build-claims.action.ts';
import { claimById, type ClaimRead } from '../claims/claims-list.store.ts';
import { chargesOf, holdCharges, insertEvents, numberOf, updateClaims, writeClaimDetails } from '../claims/claims.store.ts';
import { lockedClaim, passable } from './locked-claim.action.ts';
import { wayBack, type WayBack } from './resubmission.rules.ts';
import { fileAlone, sendVoid } from './send-void.action.ts';

interface Correction {
  readonly claimId: string;
  readonly reason?: string | undefined;
  readonly priorAuthorization?: string | undefined;
  readonly referralNumber?: string | undefined;
}

/** What became of a claim that was to go out again. */
interface SentAgain {
  readonly claimId: string | null;
  readonly number: string | null;
  readonly batchId: string | null;
  readonly frequency: WayBack['frequency'];
  readonly holds: Hold[];
}

/** Which claim the new one speaks of: this one where the payer took it, else the one that this one was to correct. */
const correctedBy = ({ id, corrects, payerClaimNumber }: ClaimRead, { originalNumber }: WayBack) => (originalNumber === payerClaimNumber ? id : (corrects ?? id));

/** What the next claim of the charge says: numbers as corrected, else as they were. */
function detailsOf(claim: ClaimRead, way: WayBack, { priorAuthorization, referralNumber, reason }: Correction): Record<string, string> {
  const { facts } = claim;
  const details = {
    priorAuthorization: priorAuthorization ?? facts.priorAuthorization ?? '',
    referralNumber: referralNumber ?? facts.referralNumber ?? '',
    ...(way.frequency === '7' ? { frequency: '7', payerClaimNumber: way.originalNumber ?? '', corrects: correctedBy(claim, way), because: reason ?? '' } : {}),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
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
  return { ready, holds };
}

/** Nothing of the claim is billed any more: what a payer has taken is voided, and of the rest nothing is sent. */
async function withNothingLeft(tx: Tx, claim: ClaimRead, way: WayBack, reason: string): Promise<SentAgain> {
  const standing = way.frequency === '1' ? undefined : await claimById(tx, correctedBy(claim, way));
  if (standing) {
    await updateClaims(tx, [{ id: standing.id, state: 'voided' }]);
    return { ...(await sendVoid(tx, standing, reason)), frequency: '8', holds: [] };
  }
  const says = 'Nothing of it is billed any more, so nothing is sent.';
  await insertEvents(tx, [{ claimId: claim.id, patientId: claim.patientId, programId: claim.programId, kind: 'resubmitted', says }]);
  return { claimId: null, number: null, batchId: null, frequency: way.frequency, holds: [{ code: 'claim.nothing-left', says }] };
}

/** Sends a void once more that the payer did not take. */
async function voidAgain(tx: Tx, claim: ClaimRead): Promise<SentAgain> {
  const original = claim.corrects === null ? undefined : await claimById(tx, claim.corrects);
  if (!original) throw new Refused('claim.not-resubmittable', { code: 'claim.not-resubmittable', says: 'The claim that it voids is not yours to see.' }, 409);
  await updateClaims(tx, [{ id: claim.id, state: 'replaced' }]);
  return { ...(await sendVoid(tx, original, claim.facts.because ?? 'Sent once more')), frequency: '8', holds: [] };
}

/** Puts what a claim carries back among the held charges, so that it is judged anew. */
async function reopen(tx: Tx, { id, number, state }: ClaimRead, chargeIds: readonly string[]): Promise<void> {
  if (state === 'rejected') return;
  // A voided claim stays voided: what goes out again is a new original.
  if (state !== 'voided') await updateClaims(tx, [{ id, state: 'replaced' }]);
  await holdCharges(
    tx,
    chargeIds.map((chargeId) => ({ chargeId, holds: [{ code: 'claim.replaced', says: `Claim ${number} is being corrected.` }] })),
  );
}

/** Builds the new claim whole, or none while anything is still held, and tells it in the stories of both. */
async function sentAgain(tx: Tx, claim: ClaimRead, way: WayBack, { ready, holds, reason }: { ready: string[]; holds: Hold[]; reason: string }): Promise<SentAgain> {
  const { claimIds } = holds.length === 0 ? await buildClaims.within(tx, { chargeIds: ready }) : { claimIds: [] };
  const [next] = claimIds;
  const number = next === undefined ? null : ((await numberOf(tx, next)) ?? null);
  const { patientId, programId } = claim;
  const why = reason === '' ? '' : `: ${reason}`;
  const says =
    number === null ? `Corrected, and held: ${holds.map((hold) => hold.says).join(' ')}` : `Corrected and sent again as ${number}, frequency ${way.frequency}${why}`;
  await insertEvents(tx, [
    { claimId: claim.id, patientId, programId, kind: 'resubmitted', says },
    ...(next !== undefined && way.frequency === '7'
      ? [{ claimId: next, patientId, programId, kind: 'corrects', says: `In the place of the claim that the payer knows as ${way.originalNumber ?? ''}${why}` }]
      : []),
  ]);
  return { claimId: next ?? null, number, batchId: next === undefined ? null : await fileAlone(tx, next), frequency: way.frequency, holds };
}

/**
 * Corrects a claim and sends it again: its charge is judged anew with the record as it is now, a new claim is built under a new number and put
 * into a file. What a payer has taken is replaced (frequency 7), or voided (8) when nothing of it is billed any more; what was rejected goes out as it
 * was. What still holds the charge is answered and nothing is sent. Throws `Refused` for a claim that cannot be sent again.
 */
export const resubmitClaim = action(
  'claim.resubmit',
  async (tx, correction: Correction): Promise<SentAgain> => {
    const claim = await lockedClaim(tx, correction.claimId);
    const way = passable(wayBack(claim), 'claim.not-resubmittable', 'Only a claim that was rejected or that a payer has taken can be corrected and sent again.');
    const { id, patientId, programId } = claim;
    tx.touch({ kind: 'claim', id, patientId, programId, fields: ['state', 'priorAuthorization', 'referralNumber'] });
    if (way.frequency === '8') return voidAgain(tx, claim);
    const { reason = '' } = correction;
    if (way.frequency === '7' && reason === '')
      throw new Refused('claim.reason-missing', { code: 'claim.reason-missing', says: 'Say in a few words what is corrected and why.', at: 'reason' });
    const chargeIds = chargesOf(claim);
    await reopen(tx, claim, chargeIds);
    await writeClaimDetails(tx, chargeIds, detailsOf(claim, way, correction));
    const { ready, holds } = await judgedAnew(tx, chargeIds);
    if (ready.length === 0 && holds.length === 0) return withNothingLeft(tx, claim, way, reason);
    return sentAgain(tx, claim, way, { ready, holds, reason });
  },
  { purpose: 'HPAYMT' },
);
