import { claimsPerBatch, type ClaimAcknowledgement, type ImplementationAcknowledgement, type InterchangeAcknowledgement } from '#server/formats/x12/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { stateAfter } from '../claims/claim-state.rules.ts';
import { chargesGivenBack, holdCharges, insertEvents, lockByNumbers, lockOfBatch, updateClaims, type ClaimRow } from '../claims/claims.store.ts';
import { lockByControlNumber, markBatch } from '../clearinghouse/clearinghouse.store.ts';
import { transactionOf, wordOfClaim, wordOfInterchange, wordOfTransaction, type Word } from './acknowledgement.rules.ts';

interface Told {
  readonly claim: Omit<ClaimRow, 'facts'>;
  readonly word: Word;
  readonly payerClaimNumber?: string | undefined;
}

/** Moves the claims on, adds to their stories, and gives the charges of rejected claims back to the list of held ones. */
async function tell(tx: Tx, told: readonly Told[], sourceFileId: string): Promise<void> {
  const moved = told.map((one) => ({ ...one, state: stateAfter(one.claim.state, one.word.heard) }));
  await updateClaims(
    tx,
    moved.map(({ claim, state, payerClaimNumber }) => ({ id: claim.id, state, ...(payerClaimNumber ? { payerClaimNumber } : {}) })),
  );
  await insertEvents(
    tx,
    moved.map(({ claim, word }) => ({ claimId: claim.id, patientId: claim.patientId, programId: claim.programId, kind: word.heard, says: word.says, sourceFileId })),
  );
  const fallen = moved.filter(({ claim, state }) => state === 'rejected' && claim.state !== 'rejected');
  await holdCharges(
    tx,
    fallen.flatMap(({ claim, word }) =>
      chargesGivenBack(claim).map((chargeId) => ({ chargeId, holds: [{ code: 'claim.rejected', says: `Claim ${claim.number}: ${word.says}` }] })),
    ),
  );
  tx.touch({ kind: 'claim', patientId: told.map(({ claim }) => claim.patientId), fields: ['state'] });
}

/** A TA1. Answers why it waits for a person, or nothing. */
export const hearInterchange = action(
  'acknowledgement.hear-ta1',
  async (tx, { acknowledgement, sourceFileId }: { acknowledgement: InterchangeAcknowledgement; sourceFileId: string }): Promise<string | undefined> => {
    const batch = await lockByControlNumber(tx, acknowledgement.controlNumber);
    if (!batch) return `It speaks of interchange ${acknowledgement.controlNumber}, which we never sent.`;
    const word = wordOfInterchange(acknowledgement);
    if (!word) return undefined;
    await markBatch(tx, batch.id, { state: 'rejected' });
    await tell(
      tx,
      (await lockOfBatch(tx, batch.id)).map((claim) => ({ claim, word })),
      sourceFileId,
    );
    return undefined;
  },
);

/** A 999. Answers why it waits for a person, or nothing. */
export const hearGroup = action(
  'acknowledgement.hear-999',
  async (tx, { acknowledgement, sourceFileId }: { acknowledgement: ImplementationAcknowledgement; sourceFileId: string }): Promise<string | undefined> => {
    const batch = await lockByControlNumber(tx, acknowledgement.groupControlNumber);
    if (!batch) return `It speaks of group ${acknowledgement.groupControlNumber}, which we never sent.`;
    const claims = await lockOfBatch(tx, batch.id);
    const told = claims.flatMap((claim, place): Told[] => {
      const transaction = transactionOf(acknowledgement, place, claimsPerBatch);
      return transaction ? [{ claim, word: wordOfTransaction(transaction, claim.number) }] : [];
    });
    await markBatch(tx, batch.id, { state: told.some(({ word }) => word.heard === 'file-accepted') ? 'acknowledged' : 'rejected' });
    await tell(tx, told, sourceFileId);
    return told.length < claims.length ? `It says nothing of ${claims.length - told.length} claims of ${batch.fileName}.` : undefined;
  },
);

/** A 277CA. Answers why it waits for a person, or nothing: claims that are not ours go to a person's list. */
export const hearClaims = action(
  'acknowledgement.hear-277ca',
  async (tx, { acknowledgement, sourceFileId }: { acknowledgement: ClaimAcknowledgement; sourceFileId: string }): Promise<string | undefined> => {
    const claims = new Map(
      (
        await lockByNumbers(
          tx,
          acknowledgement.claims.map(({ claimNumber }) => claimNumber),
        )
      ).map((claim) => [claim.number, claim]),
    );
    const told = acknowledgement.claims.flatMap((one): Told[] => {
      const claim = claims.get(one.claimNumber);
      return claim ? [{ claim, word: wordOfClaim(acknowledgement, one), payerClaimNumber: one.payerClaimNumber }] : [];
    });
    await tell(tx, told, sourceFileId);
    const strange = acknowledgement.claims.filter(({ claimNumber }) => !claims.has(claimNumber)).map(({ claimNumber }) => claimNumber);
    return strange.length > 0 ? `It speaks of claims we never sent: ${strange.slice(0, 5).join(', ')}.` : undefined;
  },
);
