import { action, cents, newId, Refused, type Tx } from '#server/platform/index.ts';
import { insertJournals, postingById, programOfDebt, waitForPosting } from './journals.store.ts';
import { patientPaymentLines, reversedLines } from './posting.rules.ts';

interface Payment {
  readonly id?: string | undefined;
  readonly patientId: string;
  readonly amountCents: number;
  readonly method: 'cash' | 'check' | 'card';
  readonly reference?: string | undefined;
}

const today = (tx: Tx) => tx.now.toZonedDateTimeISO('UTC').toPlainDate();

/** Takes a payment at the desk. With `id` made by the client, a repeat after a lost answer posts once. */
export const takePayment = action(
  'payment.take',
  async (tx, { id = newId<'Journal'>(), patientId, amountCents, method, reference }: Payment) => {
    await waitForPosting(tx, id);
    const known = await postingById(tx, id);
    if (known && (known.kind !== 'patient-payment' || known.patientId !== patientId))
      throw new Refused('payment.other-known', { code: 'payment.other-known', says: 'Another posting has this id already. Take the payment anew.', at: 'id' }, 409);
    if (known) return { id };
    const programId = await programOfDebt(tx, patientId);
    if (!programId)
      throw new Refused('payment.nothing-owed', {
        code: 'payment.nothing-owed',
        says: 'Nothing was charged to this patient yet, so there is nothing to pay.',
        at: 'amountCents',
      });
    const memo = reference ? `Paid by ${method}, ${reference}` : `Paid by ${method}`;
    await insertJournals(tx, [{ id, patientId, programId, kind: 'patient-payment', memo, effectiveOn: today(tx), lines: patientPaymentLines(cents(amountCents)) }]);
    tx.touch({ kind: 'payment', id, patientId, programId });
    return { id };
  },
  { purpose: 'HPAYMT' },
);

/** Takes back a posting by its exact opposite; both stay on the ledger. */
export const reversePosting = action(
  'posting.reverse',
  async (tx, { journalId, reason }: { journalId: string; reason: string }) => {
    await waitForPosting(tx, journalId);
    const posting = await postingById(tx, journalId);
    if (!posting || posting.kind !== 'patient-payment')
      throw new Refused('posting.not-reversible', {
        code: 'posting.not-reversible',
        says: 'Only payments taken at the desk can be taken back here. Insurers take theirs back by remittance.',
      });
    if (posting.reversed) throw new Refused('posting.reversed-already', { code: 'posting.reversed-already', says: 'This posting was taken back already.' }, 409);
    const id = newId<'Journal'>();
    await insertJournals(tx, [
      {
        id,
        patientId: posting.patientId,
        programId: posting.programId,
        kind: 'reversal',
        reversalOf: posting.id,
        memo: reason,
        effectiveOn: today(tx),
        lines: reversedLines(posting.lines),
      },
    ]);
    tx.touch({ kind: 'payment', id, patientId: posting.patientId, programId: posting.programId });
    return { id };
  },
  { purpose: 'HPAYMT' },
);
