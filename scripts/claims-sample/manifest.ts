import type { SampleRecord } from './records.ts';

/** What a reader of one sample file should find in it. Amounts in cents, from the charges and not from the file. */
export function manifestEntry(file: string, record: SampleRecord) {
  const { shows, claimNumber, facts, charged } = record;
  return {
    file,
    claimNumber,
    ...shows,
    payer: facts.payer.electronicId,
    filingIndicator: facts.payer.filingIndicator,
    patientIs: facts.coverage.relationship === '18' ? 'subscriber' : 'dependent',
    placeOfService: facts.placeOfService,
    frequency: facts.frequency ?? '1',
    diagnoses: facts.diagnoses.length,
    chargeCents: chargeOf(record),
    patientPaidCents: facts.patientPaidCents ?? 0,
    priorPaidCents: (facts.otherPayers ?? []).map(({ payer, adjudication }) => ({ payer: payer.electronicId, paidCents: adjudication?.paidCents ?? null })),
    lines: charged.flatMap(({ charge }) => charge.lines.map(({ code, modifiers, units, amount }) => ({ code, modifiers, units, chargeCents: amount }))),
  };
}

const chargeOf = ({ charged }: SampleRecord): number => charged.reduce((sum, { charge }) => sum + charge.amount, 0);

/** The sums over all files. */
export function manifestTotals(files: number, records: readonly SampleRecord[]) {
  return {
    files,
    claims: records.length,
    lines: records.reduce((sum, { charged }) => sum + charged.reduce((count, { charge }) => count + charge.lines.length, 0), 0),
    chargeCents: records.reduce((sum, record) => sum + chargeOf(record), 0),
  };
}
