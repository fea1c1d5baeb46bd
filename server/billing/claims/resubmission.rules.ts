import type { ClaimState } from './claim.ts';

/** What decides how a claim goes out again. */
export interface ClaimToSendAgain {
  readonly state: ClaimState;
  /** The payer's number of it, from its 277CA or its remittance. */
  readonly payerClaimNumber: string | null;
  /** Whether a payer ever took it into adjudication. */
  readonly wasAccepted: boolean;
}

/** How a claim goes out again: as an original (1), or in the place of the one that the payer knows (7). `obstacle` says why it cannot go yet. */
export interface WayBack {
  readonly frequency: '1' | '7';
  readonly says: string;
  readonly obstacle: string | null;
}

const judged: readonly ClaimState[] = ['paid', 'denied', 'reversed'];

/**
 * How this claim can be corrected and sent again; null when nothing calls for it. What was never adjudicated is resent as an original without
 * the payer's number; what was adjudicated is replaced under it (005010X222A1 CLM05-3 and REF*F8; billing facts 0.5 and 2.5).
 */
export function wayBack({ state, payerClaimNumber, wasAccepted }: ClaimToSendAgain): WayBack | null {
  if (state !== 'rejected' && !judged.includes(state)) return null;
  if (wasAccepted && payerClaimNumber)
    return { frequency: '7', says: `It replaces the claim that the payer knows as ${payerClaimNumber} (frequency 7). All lines are sent again.`, obstacle: null };
  if (judged.includes(state))
    return {
      frequency: '7',
      says: 'A claim that the payer has judged can only be replaced under the number that the payer gave it.',
      obstacle: 'The payer has given no number for this claim yet. Ask the payer for it, or wait for the remittance that names it.',
    };
  return { frequency: '1', says: 'It was never adjudicated, so it goes out again as an original claim (frequency 1).', obstacle: null };
}
