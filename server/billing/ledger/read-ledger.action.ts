import { action } from '#server/platform/index.ts';
import { balanceOf, postingsOf } from './journals.store.ts';

/** A person's ledger: every posting with its effect on what the patient and the insurers owe, and the balances. */
export const readLedger = action(
  'ledger.read',
  async (tx, { patientId }: { patientId: string }) => {
    tx.touch({ kind: 'ledger', patientId });
    const postings = await postingsOf(tx, patientId);
    const balance = await balanceOf(tx, patientId);
    return {
      ...balance,
      items: postings.map(({ id, kind, claimId, memo, effectiveOn, postedAt, reversed, lines }) => ({
        id,
        kind,
        claimId,
        memo,
        effectiveOn,
        postedAt,
        reversed,
        patientCents: lines['receivable-patient'] ?? 0,
        insuranceCents: lines['receivable-insurance'] ?? 0,
        paidCents: (lines['cash-insurance'] ?? 0) + (lines['cash-patient'] ?? 0),
        contractualCents: lines.contractual ?? 0,
      })),
    };
  },
  { purpose: 'HPAYMT' },
);

/** What is owed for a person, for the banner of the chart. */
export const readBalance = action(
  'balance.read',
  async (tx, { patientId }: { patientId: string }) => {
    tx.touch({ kind: 'balance', patientId });
    return balanceOf(tx, patientId);
  },
  { purpose: 'HPAYMT' },
);
