import type { ClaimFrequency } from '#server/formats/x12/index.ts';
import type { ClaimState } from '../claims/claim.ts';

/** What decides how a claim goes out again, or is taken back. */
export interface ClaimToSendAgain {
  readonly state: ClaimState;
  readonly frequency: ClaimFrequency;
  /** The payer's number of it, from its 277CA or its remittance. */
  readonly payerClaimNumber: string | null;
  /** The payer's number of the claim that it replaces or voids; null for an original. */
  readonly originalNumber: string | null;
  /** Whether a payer ever took it into adjudication. */
  readonly wasAccepted: boolean;
  /** Of a voided claim: the payer has taken it back. */
  readonly isTakenBack: boolean;
}

/**
 * How a claim goes out again: as an original (1), in the place of the one that the payer knows by `originalNumber` (7), or as a void once more (8).
 * `obstacle` says why it cannot go yet.
 */
export interface WayBack {
  readonly frequency: ClaimFrequency;
  readonly originalNumber: string | null;
  readonly says: string;
  readonly obstacle: string | null;
}

const taken: readonly ClaimState[] = ['accepted', 'paid', 'denied', 'reversed'];
const noNumber = 'The payer has given no number for this claim yet. Ask the payer for it, or wait for the remittance that names it.';
const notYetJudged = ' The payer has not judged it yet: some payers take a correction only after that.';

function replacing(originalNumber: string, state: ClaimState): WayBack {
  const says = `It replaces the claim that the payer knows as ${originalNumber} (frequency 7). All lines are sent again.${state === 'accepted' ? notYetJudged : ''}`;
  return { frequency: '7', originalNumber, says, obstacle: null };
}

const asOriginal = (says: string, obstacle: string | null = null): WayBack => ({ frequency: '1', originalNumber: null, says, obstacle });

/** A void that the payer did not take is sent once more; nothing else becomes of it. */
function voidingAgain({ state, originalNumber }: ClaimToSendAgain): WayBack | null {
  if (state !== 'rejected' && state !== 'denied') return null;
  return {
    frequency: '8',
    originalNumber,
    says: `The payer did not take this void. It is sent once more for the claim known as ${originalNumber ?? ''} (frequency 8).`,
    obstacle: null,
  };
}

/** What was returned before a payer took it: a correction stays one, as the payer still holds the claim that it corrects. */
function afterRejection({ frequency, originalNumber }: ClaimToSendAgain): WayBack {
  if (frequency === '7' && originalNumber)
    return {
      frequency: '7',
      originalNumber,
      says: `The payer never took this correction. It goes out again in the place of the claim known as ${originalNumber} (frequency 7).`,
      obstacle: null,
    };
  return asOriginal('It was never adjudicated, so it goes out again as an original claim (frequency 1).');
}

/**
 * How this claim can be corrected and sent again; null when nothing calls for it. What was never adjudicated is resent as it was, what a payer took
 * is replaced under the number that the payer gave it (005010X222A1 CLM05-3 and REF*F8; billing facts 0.5 and 2.5).
 */
export function wayBack(claim: ClaimToSendAgain): WayBack | null {
  const { state, frequency, payerClaimNumber, wasAccepted, isTakenBack } = claim;
  if (frequency === '8') return voidingAgain(claim);
  if (state === 'voided')
    return asOriginal(
      'It was voided. If it is to be billed after all, it goes out as a new original claim (frequency 1).',
      isTakenBack ? null : 'The payer has not taken it back yet: until then a new claim would be refused as a duplicate.',
    );
  if (state !== 'rejected' && !taken.includes(state)) return null;
  if (wasAccepted && payerClaimNumber) return replacing(payerClaimNumber, state);
  if (state === 'rejected') return afterRejection(claim);
  return {
    frequency: '7',
    originalNumber: null,
    says: 'A claim that the payer has taken can only be replaced under the number that the payer gave it.',
    obstacle: noNumber,
  };
}

/** How a claim is taken back whole; null when there is nothing to take back: it never reached a payer, or the payer took its decision back itself. */
export function wayToVoid({ state, frequency, payerClaimNumber }: ClaimToSendAgain): Pick<WayBack, 'says' | 'obstacle'> | null {
  if (frequency === '8' || state === 'reversed' || !taken.includes(state)) return null;
  const takes = state === 'paid' ? ' and with it what it paid' : '';
  const says = `The payer is asked to take back the claim that it knows as ${payerClaimNumber ?? ''}${takes} (frequency 8).${state === 'accepted' ? notYetJudged : ''}`;
  return payerClaimNumber ? { says, obstacle: null } : { says: 'A claim can only be voided under the number that the payer gave it.', obstacle: noNumber };
}
