import type { ClaimToCorrect, Proposal } from './correction.ts';

const withPayer = ['accepted', 'paid', 'denied', 'reversed'];

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** What is left of a claim once the days that are not billed any more are gone, in cents. */
export function remainingCents({ amountCents, days: changed }: Pick<ClaimToCorrect, 'amountCents' | 'days'>): number {
  return changed.filter(({ isGone }) => isGone).reduce((sum, day) => sum - day.amountCents, amountCents);
}

/** What is to be done about a claim with days that would not be billed so by now. A person does it: a claim never changes by itself. */
export function proposalFor({
  state,
  payerClaimNumber,
  chargeCount,
  days: changed,
}: Pick<ClaimToCorrect, 'state' | 'payerClaimNumber' | 'chargeCount' | 'days'>): Proposal {
  if (state === 'built') return { act: 'wait', says: 'It is not sent yet and is taken out of the next file by itself.' };
  if (!withPayer.includes(state)) return { act: 'wait', says: 'It is on its way. It can be corrected once the payer has taken it.' };
  if (payerClaimNumber === null) return { act: 'wait', says: 'The payer has given no number for it yet; it can be corrected under that number.' };
  const gone = changed.filter(({ isGone }) => isGone).length;
  if (gone === 0) return { act: 'mend', says: 'Something is missing by now. Bring it, and nothing has to be sent; otherwise correct the claim.' };
  if (gone === chargeCount) return { act: 'void', says: 'Nothing of it is billed any more: void it.' };
  return { act: 'replace', says: `Send it again with ${days(chargeCount - gone)} instead of ${days(chargeCount)}.` };
}

/** The proposal with the days that lead to it and what the claim comes to then, as it is shown. */
export function shownCorrection(claim: Pick<ClaimToCorrect, 'state' | 'payerClaimNumber' | 'chargeCount' | 'amountCents' | 'days'>) {
  return { ...proposalFor(claim), becomesCents: remainingCents(claim), days: claim.days.map((day) => ({ ...day })) };
}
