import type { ClaimState } from './claim.ts';

/** What may be heard of a claim. */
export type Heard = 'batched' | 'sent' | 'file-accepted' | 'file-rejected' | 'claim-received' | 'claim-accepted' | 'claim-rejected' | 'paid' | 'denied' | 'reversed';

type Acknowledgement = Exclude<Heard, 'paid' | 'denied' | 'reversed'>;

const after: Readonly<Record<ClaimState, Partial<Record<Acknowledgement, ClaimState>>>> = {
  built: { batched: 'batched' },
  batched: { sent: 'sent', 'file-accepted': 'acknowledged', 'file-rejected': 'rejected', 'claim-accepted': 'accepted', 'claim-rejected': 'rejected' },
  sent: { 'file-accepted': 'acknowledged', 'file-rejected': 'rejected', 'claim-accepted': 'accepted', 'claim-rejected': 'rejected' },
  acknowledged: { 'claim-accepted': 'accepted', 'claim-rejected': 'rejected' },
  accepted: { 'claim-rejected': 'rejected' },
  rejected: {},
  paid: {},
  denied: {},
  reversed: {},
  replaced: {},
  voided: {},
  done: {},
};

/**
 * Where a claim stands after hearing this; unchanged when it says nothing new. Acknowledgements come late and out of order,
 * and none of them takes back a decision: an 835 outranks them all. Rejected is not denied: it was never adjudicated.
 */
export function stateAfter(state: ClaimState, heard: Heard): ClaimState {
  // What a payer still decides, or takes back, of a claim that was corrected since changes nothing about that.
  if (state === 'replaced' || state === 'voided') return state;
  if (heard === 'paid' || heard === 'denied' || heard === 'reversed') return heard;
  return after[state][heard] ?? state;
}
