import { action, newId, type Cents } from '#server/platform/index.ts';
import { insertJournals } from './journals.store.ts';
import { chargeLines } from './posting.rules.ts';

/** A charge that is due. */
export interface ChargeToPost {
  readonly chargeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly amount: Cents;
  readonly on: Temporal.PlainDate;
  readonly owedBy: 'insurance' | 'patient';
}

/** Posts a charge to the ledger: once, which the database holds to. */
export const postCharge = action('charge.post', async (tx, { chargeId, patientId, programId, amount, on, owedBy }: ChargeToPost) => {
  await insertJournals(tx, [{ id: newId<'Journal'>(), patientId, programId, kind: 'charge', chargeId, memo: 'Service', effectiveOn: on, lines: chargeLines(amount, owedBy) }]);
});
