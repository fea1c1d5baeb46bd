import { action, newId, type Cents } from '#server/platform/index.ts';
import { insertJournals, postingById, waitForPosting } from './journals.store.ts';
import { chargeLines, reversedLines } from './posting.rules.ts';

/** A fee that the patient owes beside services. */
export interface FeeToPost {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly amount: Cents;
  readonly memo: string;
  readonly on: Temporal.PlainDate;
}

/** Posts a fee as owed by the patient. Posted again under the same id it is posted once. */
export const postFee = action(
  'fee.post',
  async (tx, { id, patientId, programId, amount, memo, on }: FeeToPost): Promise<void> => {
    await waitForPosting(tx, id);
    if (await postingById(tx, id)) return;
    await insertJournals(tx, [{ id, patientId, programId, kind: 'fee', memo, effectiveOn: on, lines: chargeLines(amount, 'patient') }]);
    tx.touch({ kind: 'fee', id, patientId, programId });
  },
  { purpose: 'HPAYMT' },
);

/** Takes a fee back by its exact opposite; both stay on the ledger. Done twice it is done once. */
export const reverseFee = action(
  'fee.reverse',
  async (tx, { journalId, memo, on }: { journalId: string; memo: string; on: Temporal.PlainDate }): Promise<void> => {
    await waitForPosting(tx, journalId);
    const fee = await postingById(tx, journalId);
    if (!fee || fee.kind !== 'fee' || fee.reversed) return;
    const { patientId, programId } = fee;
    await insertJournals(tx, [
      { id: newId<'Journal'>(), patientId, programId, kind: 'reversal', reversalOf: journalId, memo, effectiveOn: on, lines: reversedLines(fee.lines) },
    ]);
    tx.touch({ kind: 'fee', id: journalId, patientId, programId });
  },
  { purpose: 'HPAYMT' },
);
