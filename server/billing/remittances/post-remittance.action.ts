import { imbalances, type Remittance } from '#server/formats/x12/index.ts';
import { action, newId, type Obstacle, type Tx } from '#server/platform/index.ts';
import { stateAfter } from '../claims/claim-state.rules.ts';
import type { ClaimState } from '../claims/claim.ts';
import { insertEvents, updateClaims, type ClaimChange, type NewEvent } from '../claims/claims.store.ts';
import { openVoidsOf } from '../corrections/corrections.store.ts';
import type { NewJournal } from '../ledger/journal.ts';
import { insertJournals } from '../ledger/journals.store.ts';
import { remittanceLines } from '../ledger/posting.rules.ts';
import type { Judgement } from './adjudication.ts';
import { adjudicated, clearingOf, heardIn, storyOfJudgement, type Adjudicated } from './adjudication.rules.ts';
import { claimsToJudge, insertClearing, insertJudgements, postingsToReverse, reclaimCharges } from './adjudication.store.ts';
import { adjustmentReasons } from './adjustment-reasons.ts';
import { keepRemittance, lockBySource, postedBefore, type RemittanceSource } from './remittances.store.ts';

/** A quarantine reason is for a person: the first few say enough, the rest follow from them. */
const reasonsShown = 5;

function reasonOf(obstacles: readonly Pick<Obstacle, 'says'>[]): string {
  const more = obstacles.length - reasonsShown;
  return [...obstacles.slice(0, reasonsShown).map(({ says }) => says), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

async function alreadyPosted(tx: Tx, remittance: Remittance): Promise<Obstacle[]> {
  const at = await postedBefore(tx, remittance);
  return at
    ? [
        {
          code: 'remittance.repeated',
          says: `This payment (trace ${remittance.payment.trace}) was posted before, on ${at.toString().slice(0, 10)}. Nothing was posted again.`,
        },
      ]
    : [];
}

/** Postings of the judgements. A reversal is the contra entry of the posting it takes back. */
async function journalsOf(tx: Tx, remittanceId: string, { payment }: Remittance, judgements: readonly Judgement[]): Promise<NewJournal[]> {
  const effectiveOn = payment.paidOn ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
  const reversed = await postingsToReverse(
    tx,
    judgements.filter(({ kind }) => kind === 'reversal').map(({ claim }) => claim.id),
  );
  return judgements.flatMap((judgement): NewJournal[] => {
    const { claim, kind } = judgement;
    const lines = remittanceLines(judgement);
    if (Object.keys(lines).length === 0) return [];
    const reversalOf = kind === 'reversal' ? reversed.get(claim.id) : undefined;
    return [
      {
        id: newId<'Journal'>(),
        patientId: claim.patientId,
        programId: claim.programId,
        kind: kind === 'reversal' ? 'reversal' : 'remittance',
        claimId: claim.id,
        remittanceId,
        ...(reversalOf ? { reversalOf } : {}),
        memo: `${storyOfJudgement(judgement, adjustmentReasons)}; payment ${payment.trace}`,
        effectiveOn,
        lines,
      },
    ];
  });
}

/** One change a claim: the sums of all that the file says of it, and where that leaves it. */
function changesOf(judgements: readonly Judgement[]): ClaimChange[] {
  const changes = new Map<string, Required<Pick<ClaimChange, 'id' | 'state' | 'paid' | 'patient' | 'adjusted'>> & { payerClaimNumber?: string }>();
  for (const judgement of judgements) {
    const { claim, remitted, paid, patient, contractual } = judgement;
    const before = changes.get(claim.id) ?? { id: claim.id, state: claim.state as ClaimState, paid: 0, patient: 0, adjusted: 0 };
    changes.set(claim.id, {
      ...before,
      ...(remitted.payerClaimNumber ? { payerClaimNumber: remitted.payerClaimNumber } : {}),
      state: stateAfter(before.state, heardIn(judgement)),
      paid: before.paid + paid,
      patient: before.patient + patient,
      adjusted: before.adjusted + contractual,
    });
  }
  return [...changes.values()];
}

function eventsOf(judgements: readonly Judgement[], sourceFileId: string): NewEvent[] {
  return judgements.map((judgement) => ({
    claimId: judgement.claim.id,
    patientId: judgement.claim.patientId,
    programId: judgement.claim.programId,
    kind: heardIn(judgement),
    says: storyOfJudgement(judgement, adjustmentReasons),
    sourceFileId,
    amountCents: judgement.paid,
  }));
}

/** A void has done its work when the payer takes the claim back. */
async function settleVoids(tx: Tx, judgements: readonly Judgement[], sourceFileId: string): Promise<void> {
  const takenBack = judgements.filter(({ kind, claim }) => kind === 'reversal' && claim.state === 'voided').map(({ claim }) => claim.id);
  const voids = await openVoidsOf(tx, takenBack);
  await updateClaims(
    tx,
    voids.map(({ id }) => ({ id, state: 'done' })),
  );
  await insertEvents(
    tx,
    voids.map(({ id, correctedNumber, ...of }) => ({ ...of, claimId: id, kind: 'done', says: `The payer has taken claim ${correctedNumber} back`, sourceFileId })),
  );
}

interface ToPost extends RemittanceSource {
  readonly id: string;
  readonly remittance: Remittance;
}

async function post(tx: Tx, { id, remittance, ...source }: ToPost, { judgements, unmatched }: Adjudicated): Promise<void> {
  await keepRemittance(tx, { ...source, id, remittance, state: 'posted', reason: null, matchedCount: judgements.length });
  await insertJudgements(tx, id, judgements);
  await insertJournals(tx, await journalsOf(tx, id, remittance, judgements));
  await insertClearing(tx, id, remittance, { unmatched, clearing: clearingOf(remittance, unmatched) });
  await reclaimCharges(
    tx,
    judgements.filter(({ claim }) => claim.state === 'rejected').map(({ claim }) => claim.id),
  );
  await updateClaims(tx, changesOf(judgements));
  await insertEvents(tx, eventsOf(judgements, source.inboundFileId));
  await settleVoids(tx, judgements, source.inboundFileId);
  tx.touch({ kind: 'remittance', id, patientId: judgements.map(({ claim }) => claim.patientId), fields: ['posted'] });
}

/**
 * Posts one 835 transaction whole, or puts it in quarantine with everything that stands against it: an equation that does not hold, a
 * payment posted before, a decision that contradicts the ledger. There is no tolerance and no balancing entry. Doing it again changes nothing.
 */
export const postRemittance = action(
  'remittance.post',
  async (tx, { remittance, ...source }: RemittanceSource & { readonly remittance: Remittance }): Promise<'posted' | 'quarantined'> => {
    const known = await lockBySource(tx, source);
    if (known?.state === 'posted') return 'posted';
    const toPost = { ...source, id: known?.id ?? newId<'Remittance'>(), remittance };
    const before = [...(await alreadyPosted(tx, remittance)), ...imbalances(remittance)];
    // An unbalanced or repeated file is not worth the locks.
    const result =
      before.length > 0 ? { judgements: [], unmatched: [], obstacles: before } : adjudicated(remittance, await claimsToJudge(tx, remittance), adjustmentReasons);
    if (result.obstacles.length === 0) {
      await post(tx, toPost, result as Adjudicated);
      return 'posted';
    }
    await keepRemittance(tx, { ...toPost, state: 'quarantined', reason: reasonOf(result.obstacles), matchedCount: 0 });
    tx.touch({ kind: 'remittance', id: toPost.id, outcome: 'failed' });
    return 'quarantined';
  },
);
