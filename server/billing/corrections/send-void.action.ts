import { faultsOfClaim } from '#server/formats/x12/index.ts';
import { newId, Refused, type Tx } from '#server/platform/index.ts';
import { claimNumber, withLineNumbers } from '../claims/build-claims.action.ts';
import { professionalClaim } from '../claims/claim-837p.rules.ts';
import type { ClaimRead } from '../claims/claims-list.store.ts';
import { drawNumbers, insertEvents } from '../claims/claims.store.ts';
import { connection } from '../clearinghouse/clearinghouse.store.ts';
import { submitClaims } from '../claims/submit-claims.action.ts';
import { insertVoid, nextAttempt } from './corrections.store.ts';

/** A claim that was sent by itself; `batchId` is null while no clearinghouse is set up: then it goes with the next file. */
export interface SentAlone {
  readonly claimId: string;
  readonly number: string;
  readonly batchId: string | null;
}

/** The file of its own in which a claim goes; null while no clearinghouse is set up. */
export async function fileAlone(tx: Tx, claimId: string): Promise<string | null> {
  if (!(await connection(tx))) return null;
  return (await submitClaims.within(tx, { claimIds: [claimId] })).batchId;
}

/**
 * Builds the void of a claim and puts it into a file of its own: the claim again as it was sent, with frequency 8 and the payer's number of it
 * (005010X222A1 CLM05-3, REF*F8; billing facts 2.5).
 */
export async function sendVoid(tx: Tx, claim: ClaimRead, because: string): Promise<SentAlone> {
  const attempt = await nextAttempt(tx, claim.chargeId);
  const number = claimNumber(await drawNumbers(tx, 'claim', 1), attempt);
  const facts = { ...withLineNumbers(claim.facts, number), frequency: '8' as const, payerClaimNumber: claim.payerClaimNumber, corrects: claim.id, because };
  const faults = faultsOfClaim(professionalClaim(number, facts));
  if (faults.length > 0)
    throw new Refused(
      'claim.void-faulty',
      faults.map(({ code, says }) => ({ code, says })),
    );
  const id = newId<'Claim'>();
  await insertVoid(tx, { id, number, attempt, corrects: claim.id, facts });
  const { patientId, programId } = claim;
  await insertEvents(tx, [
    { claimId: id, patientId, programId, kind: 'built', says: `Void of claim ${claim.number}, which the payer knows as ${claim.payerClaimNumber ?? ''}: ${because}` },
    { claimId: claim.id, patientId, programId, kind: 'voided', says: `Voided with ${number}, frequency 8: ${because}` },
  ]);
  return { claimId: id, number, batchId: await fileAlone(tx, id) };
}
