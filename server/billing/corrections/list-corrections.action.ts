import { action } from '#server/platform/index.ts';
import { claimsToCorrect } from './corrections.store.ts';
import { shownCorrection } from './proposal.rules.ts';

/** Claims with days that would not be billed so by now, each with what is to be done about it. */
export const listCorrections = action(
  'claim.list-corrections',
  async (tx) => {
    const claims = await claimsToCorrect(tx);
    tx.touch({ kind: 'claim', patientId: [...new Set(claims.map(({ patientId }) => patientId))] });
    return { items: claims.map((claim) => ({ ...claim, ...shownCorrection(claim) })) };
  },
  { purpose: 'HPAYMT' },
);
