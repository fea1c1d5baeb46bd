import type { TreatmentDayReply } from '#server/billing/days/days.contract.ts';

/** What became of a day, as a word with its colour, and why in the words of the rules. */
export function standingOfDay({ verdict, chargeState, claimNumber, holds, says, changedSince }: TreatmentDayReply): { label: string; color: string; why: string } {
  if (changedSince !== null) return { label: 'Changed since', color: 'orange', why: changedSince };
  if (verdict === 'not-billable') return { label: 'Not billed', color: 'gray', why: says };
  if (chargeState === 'void') return { label: 'Claim voided', color: 'gray', why: holds.map((hold) => hold.says).join(' ') };
  if (chargeState === 'held') return { label: 'Held', color: 'orange', why: holds.map((hold) => hold.says).join(' ') };
  if (chargeState === 'claimed') return { label: claimNumber === null ? 'On a claim' : `On claim ${claimNumber}`, color: 'tide', why: says };
  if (chargeState === 'self-pay') return { label: 'Billed to the patient', color: 'tide', why: says };
  return { label: chargeState === 'ready' ? 'Ready to claim' : 'Billable', color: 'green', why: says };
}

/** What a day is billed as: the procedure with its units. */
export function billedAs({ procedure, units }: Pick<TreatmentDayReply, 'procedure' | 'units'>): string {
  return procedure === null || units === 0 ? '' : `${procedure} × ${units}`;
}
