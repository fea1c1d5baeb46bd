import type { ClaimReply } from '#server/billing/claims/claims.contract.ts';

type State = ClaimReply['state'];

/** How each state of a claim reads, and whether somebody must act on it. */
export const claimStates: Readonly<Record<State, { readonly label: string; readonly tone: 'calm' | 'good' | 'act' }>> = {
  built: { label: 'Built', tone: 'calm' },
  batched: { label: 'In a file', tone: 'calm' },
  sent: { label: 'Sent', tone: 'calm' },
  acknowledged: { label: 'File taken', tone: 'calm' },
  accepted: { label: 'Accepted', tone: 'calm' },
  rejected: { label: 'Rejected', tone: 'act' },
  paid: { label: 'Adjudicated', tone: 'good' },
  denied: { label: 'Denied', tone: 'act' },
  reversed: { label: 'Payment reversed', tone: 'act' },
  replaced: { label: 'Corrected', tone: 'calm' },
  voided: { label: 'Voided', tone: 'calm' },
  done: { label: 'Taken back', tone: 'good' },
};

/** Colours of the theme by tone. */
export const toneColours: Readonly<Record<'calm' | 'good' | 'act', string>> = { calm: 'gray', good: 'tide', act: 'orange' };

/** What insurers still owe on a claim: charged less paid, written off and passed to the patient. A void asks for nothing, nor does what it or a replacement took the place of. */
export function openAtInsurer(claim: Pick<ClaimReply, 'amountCents' | 'paidCents' | 'adjustedCents' | 'patientCents' | 'state' | 'frequency'>): number {
  if (claim.frequency === '8' || claim.state === 'replaced' || claim.state === 'voided') return 0;
  return claim.amountCents - claim.paidCents - claim.adjustedCents - claim.patientCents;
}
