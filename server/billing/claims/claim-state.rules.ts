import type { ClaimState } from './claim.ts';

/** What may be heard of a claim. */
export type Heard = 'batched' | 'sent' | 'file-accepted' | 'file-rejected' | 'claim-received' | 'claim-accepted' | 'claim-rejected' | 'paid' | 'denied' | 'reversed';

const after: Readonly<Record<ClaimState, Partial<Record<Heard, ClaimState>>>> = {
  built: { batched: 'batched' },
  batched: { sent: 'sent', 'file-accepted': 'acknowledged', 'file-rejected': 'rejected', 'claim-accepted': 'accepted', 'claim-rejected': 'rejected', paid: 'paid', denied: 'denied' },
  sent: { 'file-accepted': 'acknowledged', 'file-rejected': 'rejected', 'claim-accepted': 'accepted', 'claim-rejected': 'rejected', paid: 'paid', denied: 'denied' },
  acknowledged: { 'claim-accepted': 'accepted', 'claim-rejected': 'rejected', paid: 'paid', denied: 'denied' },
  accepted: { 'claim-rejected': 'rejected', paid: 'paid', denied: 'denied' },
  rejected: {},
  paid: { reversed: 'reversed', paid: 'paid', denied: 'denied' },
  denied: { reversed: 'reversed', paid: 'paid', denied: 'denied' },
  // A correction follows its reversal, in the same file or a later one.
  reversed: { paid: 'paid', denied: 'denied' },
};

/**
 * Where a claim stands after hearing this; unchanged when it says nothing new. Acknowledgements come late and out of order,
 * and none of them takes back a decision: an 835 outranks them all. Rejected is not denied: it was never adjudicated.
 */
export function stateAfter(state: ClaimState, heard: Heard): ClaimState {
  return after[state][heard] ?? state;
}
