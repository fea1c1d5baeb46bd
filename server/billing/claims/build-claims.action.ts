import { setImmediate } from 'node:timers/promises';
import { faultsOfClaim, type ProfessionalClaim } from '#server/formats/x12/index.ts';
import { action, newId, type Tx } from '#server/platform/index.ts';
import type { Hold } from '../charges/charge.ts';
import type { ClaimFacts } from './claim.ts';
import { professionalClaim } from './claim-837p.rules.ts';
import { chargesHeldBack } from './claim-release.action.ts';
import { daysPaidInSilence, patientDay } from './claim-release.rules.ts';
import { claimsOf } from './claims-of-charges.rules.ts';
import { chargesOf, drawNumbers, holdCharges, insertClaims, insertEvents, lockReady, type NewClaim } from './claims.store.ts';
import type { ReadyCharge } from './ready-charge.ts';

const mostAtOnce = 20_000;
/** So many claims are judged at a stretch; then whoever else is waiting gets an answer. */
const atAStretch = 500;

/** CLM01: H, the count, and the attempt when it is not the first; at most 20 characters. */
export function claimNumber(count: number, attempt: number): string {
  return `H${String(count).padStart(9, '0')}${attempt > 1 ? `A${attempt}` : ''}`;
}

/** The facts with each line numbered under the number of their claim (REF*6R): unique for ever, as that is. */
export function withLineNumbers(facts: ClaimFacts, number: string): ClaimFacts {
  return { ...facts, lines: facts.lines.map((line, index) => ({ ...line, number: `${number}L${index + 1}` })) };
}

const inSilence = (charge: ReadyCharge): ReadyCharge => ({ ...charge, facts: { ...charge.facts, patientPaidCents: 0 } });

/** A claim that the guide allows, numbered but not stored yet, with the form it takes on the wire. */
export interface SoundClaim extends NewClaim {
  readonly form: ProfessionalClaim;
}

/** What became of ready charges. */
export interface ReadyJudged {
  readonly sound: readonly SoundClaim[];
  readonly held: readonly { readonly chargeId: string; readonly patientId: string; readonly holds: readonly Hold[] }[];
}

/**
 * Makes numbered claims of ready charges, locked: all that are ready, or those named; days of a stay that go together become one. What may not be told to the payer, and what the guide would
 * not allow, goes back to the held charges with its reasons. Charges that another build has in hand are left to it: one claim a charge, always.
 */
export async function judgeReady(tx: Tx, chargeIds: readonly string[] | undefined, most = mostAtOnce): Promise<ReadyJudged> {
  const charges = await lockReady(tx, chargeIds, most);
  const staying = await chargesHeldBack(
    tx,
    charges.map(({ chargeId }) => chargeId),
  );
  const silent = daysPaidInSilence(charges, staying);
  const told = charges.map((charge) => (silent.has(patientDay(charge)) ? inSilence(charge) : charge));
  const isStaying = ({ chargeId }: ReadyCharge) => staying.has(chargeId);
  // One that stays takes none of its neighbours with it.
  const claims = [...claimsOf(told.filter((charge) => !isStaying(charge))), ...told.filter(isStaying).flatMap((charge) => claimsOf([charge]))];
  const first = claims.length > 0 ? await drawNumbers(tx, 'claim', claims.length) : 0;
  const sound: SoundClaim[] = [];
  const held: ReadyJudged['held'][number][] = [];
  for (const [index, charge] of claims.entries()) {
    if (index % atAStretch === atAStretch - 1) await setImmediate();
    const number = claimNumber(first + index, charge.attempt);
    const facts = withLineNumbers(charge.facts, number);
    const form = professionalClaim(number, facts);
    const kept = staying.get(charge.chargeId);
    const holds = [...(kept ? [kept] : []), ...faultsOfClaim(form).map(({ code, says }) => ({ code, says }))];
    if (holds.length > 0) held.push(...chargesOf(charge).map((chargeId) => ({ chargeId, patientId: charge.patientId, holds })));
    else sound.push({ id: newId<'Claim'>(), number, charge, facts, form });
  }
  await holdCharges(tx, held);
  return { sound, held };
}

/** Builds claims of ready charges, to be sent with the next file. */
export const buildClaims = action(
  'claim.build',
  async (tx, { chargeIds }: { chargeIds?: string[] | undefined }) => {
    const { sound, held } = await judgeReady(tx, chargeIds);
    await insertClaims(tx, sound);
    await insertEvents(
      tx,
      sound.map(({ id, charge }) => ({
        claimId: id,
        patientId: charge.patientId,
        programId: charge.programId,
        kind: 'built',
        says: `Claim built for ${charge.facts.payer.name}`,
        amountCents: charge.amountCents,
      })),
    );
    const patientId = [...sound.map(({ charge }) => charge.patientId), ...held.map((one) => one.patientId)];
    tx.touch({ kind: 'claim', patientId, details: { built: sound.length, held: held.length } });
    return { built: sound.length, held: held.length, claimIds: sound.slice(0, 1000).map(({ id }) => id) };
  },
  { purpose: 'HPAYMT' },
);
