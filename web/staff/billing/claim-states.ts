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
  reversed: { label: 'Taken back', tone: 'act' },
  replaced: { label: 'Corrected', tone: 'calm' },
};

/** Colours of the theme by tone. */
export const toneColours: Readonly<Record<'calm' | 'good' | 'act', string>> = { calm: 'gray', good: 'tide', act: 'orange' };

/** What insurers still owe on a claim: charged less paid, written off and passed to the patient. */
export function openAtInsurer(claim: Pick<ClaimReply, 'amountCents' | 'paidCents' | 'adjustedCents' | 'patientCents'>): number {
  return claim.amountCents - claim.paidCents - claim.adjustedCents - claim.patientCents;
}
