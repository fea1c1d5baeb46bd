import { action, newId, type Cents } from '#server/platform/index.ts';
import { insertJournals, postedFor } from './journals.store.ts';
import { chargeLines, correctionLines } from './posting.rules.ts';

/** A charge that is due. */
export interface ChargeToPost {
  readonly chargeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly amount: Cents;
  readonly on: Temporal.PlainDate;
  readonly owedBy: 'insurance' | 'patient';
}

/** Posts a charge, or the difference when it was posted before and judged anew since (a claim was rejected and mended). Doing it again changes nothing. */
export const postCharge = action('charge.post', async (tx, { chargeId, patientId, programId, amount, on, owedBy }: ChargeToPost) => {
  const posted = await postedFor(tx, chargeId);
  const lines = correctionLines(posted ?? {}, chargeLines(amount, owedBy));
  if (Object.keys(lines).length === 0) return;
  await insertJournals(tx, [
    {
      id: newId<'Journal'>(),
      patientId,
      programId,
      kind: posted ? 'correction' : 'charge',
      chargeId,
      memo: posted ? 'Charge corrected' : 'Service',
      effectiveOn: on,
      lines,
    },
  ]);
});
