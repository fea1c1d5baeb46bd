import { addCents, type Cents } from '#server/platform/index.ts';
import type { SampleClaim } from './claims.ts';

/** What a reader of one sample file should find in it. Amounts in cents. */
export function manifestEntry(file: string, { shows, claim }: SampleClaim) {
  return {
    file,
    claimNumber: claim.claimNumber,
    ...shows,
    payer: claim.payer.id,
    filingIndicator: claim.plan.filingIndicator,
    sequence: claim.plan.sequence,
    patientIs: claim.subject.patientIs,
    placeOfService: claim.placeOfService,
    frequency: claim.frequency,
    diagnoses: claim.diagnoses.length,
    chargeCents: claim.charge,
    patientPaidCents: claim.patientPaid ?? 0,
    priorPaidCents: claim.otherPayers.map(({ payer, paid }) => ({ payer: payer.id, paidCents: paid ?? null })),
    lines: claim.lines.map((line) => ({
      lineNumber: line.lineNumber,
      code: line.procedure.code,
      modifiers: line.procedure.modifiers,
      units: line.units,
      chargeCents: line.charge,
      servedOn: line.servedOn.toString(),
    })),
  };
}

/** The sums over all files. */
export function manifestTotals(samples: readonly SampleClaim[]): { files: number; claims: number; lines: number; chargeCents: Cents; patientPaidCents: Cents } {
  const claims = samples.map(({ claim }) => claim);
  return {
    files: samples.length,
    claims: claims.length,
    lines: claims.reduce((sum, { lines }) => sum + lines.length, 0),
    chargeCents: addCents(...claims.map(({ charge }) => charge)),
    patientPaidCents: addCents(...claims.flatMap(({ patientPaid }) => patientPaid ?? [])),
  };
}
