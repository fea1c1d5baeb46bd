import { paidOf, type AdjudicatedClaim, type AdjudicatedLine, type Adjustment } from '../adjudication/adjudicated.ts';
import type { Contract } from '../adjudication/contract.ts';
import { amountOf } from '../money.ts';
import { dateText, type SegmentText, type SetToPrint } from '../x12/print.ts';

/** A provider adjustment of PLB: a positive amount lowers the payment. */
export interface ProviderAdjustment {
  readonly reason: string;
  readonly reference: string;
  readonly cents: number;
}

/** One payment by one payer to one provider, with the claims that it settles. */
export interface Remittance {
  readonly payer: Contract & { readonly id: string };
  readonly payee: { readonly name: string; readonly npi: string; readonly taxId: string };
  readonly trace: string;
  readonly at: Temporal.ZonedDateTime;
  readonly claims: readonly AdjudicatedClaim[];
  readonly adjustments: readonly ProviderAdjustment[];
  /** Added to BPR02 so that the remittance does not balance. */
  readonly wrongByCents?: number;
}

/** BPR02 in cents: what the claims pay less the provider adjustments. */
export function paymentOf({ claims, adjustments }: Pick<Remittance, 'claims' | 'adjustments'>): number {
  const paid = claims.reduce((total, claim) => total + paidOf(claim), 0);
  return adjustments.reduce((total, { cents }) => total - cents, paid);
}

function casSegments(adjustments: readonly Adjustment[]): readonly SegmentText[] {
  // At most six reasons stand in one CAS; a line here never has more in a group.
  const groups = Map.groupBy(adjustments, ({ group }) => group);
  return [...groups].map(([group, some]) => ['CAS', group, ...some.flatMap(({ reason, cents }, index) => [...(index > 0 ? [''] : []), reason, amountOf(cents)])]);
}

function lineSegments({ line, allowedCents, paidCents, adjustments, remarks }: AdjudicatedLine, isReversal: boolean): readonly SegmentText[] {
  const dates: SegmentText[] =
    line.from === line.to
      ? [['DTM', '472', line.from]]
      : [
          ['DTM', '150', line.from],
          ['DTM', '151', line.to],
        ];
  return [
    ['SVC', line.procedure, amountOf(line.chargedCents), amountOf(paidCents), '', isReversal ? '' : line.units],
    ...dates,
    ...casSegments(adjustments),
    ...(line.reference === '' ? [] : [['REF', '6R', line.reference] as const]),
    ...(allowedCents === 0 ? [] : [['AMT', 'B6', amountOf(allowedCents)] as const]),
    ...remarks.map((remark): SegmentText => ['LQ', 'HE', remark]),
  ];
}

function patientShareOf(claim: AdjudicatedClaim): number {
  return claim.lines.flatMap(({ adjustments }) => adjustments).reduce((total, { group, cents }) => total + (group === 'PR' ? cents : 0), 0);
}

function peopleSegments({ claim }: AdjudicatedClaim): readonly SegmentText[] {
  const { patient, subscriber, isDependent, rendering } = claim;
  return [
    ['NM1', 'QC', '1', patient.family, patient.given, '', '', '', 'MI', patient.id],
    ...(isDependent ? [['NM1', 'IL', '1', subscriber.family, subscriber.given, '', '', '', 'MI', subscriber.id] as const] : []),
    ...(rendering === undefined || rendering.id === ''
      ? []
      : [['NM1', '82', rendering.given === '' ? '2' : '1', rendering.family, rendering.given, '', '', '', 'XX', rendering.id] as const]),
  ];
}

function claimSegments(decided: AdjudicatedClaim, payer: Contract, received: string): readonly SegmentText[] {
  const { claim, status, payerNumber, lines } = decided;
  const isReversal = status === '22';
  const patientShare = patientShareOf(decided);
  const from = lines.map(({ line }) => line.from).toSorted()[0] ?? received;
  const to =
    lines
      .map(({ line }) => line.to)
      .toSorted()
      .at(-1) ?? from;
  return [
    [
      'CLP',
      claim.number,
      status,
      amountOf(claim.chargedCents),
      amountOf(paidOf(decided)),
      patientShare > 0 ? amountOf(patientShare) : '',
      payer.remittanceFiling,
      payerNumber,
      claim.placeOfService,
      claim.frequency,
    ],
    ...peopleSegments(decided),
    ['DTM', '232', from],
    ['DTM', '233', to],
    ['DTM', '050', received],
    ...lines.flatMap((line) => lineSegments(line, isReversal)),
  ];
}

function paymentSegment({ payer, at, ...remittance }: Remittance): SegmentText {
  const cents = paymentOf(remittance) + (remittance.wrongByCents ?? 0);
  const date = dateText(at);
  if (cents === 0) return ['BPR', 'H', '0', 'C', 'NON', '', '', '', '', '', '', '', '', '', '', '', date];
  return ['BPR', 'I', amountOf(cents), 'C', 'ACH', 'CCP', '01', '021000021', 'DA', '5550001', `1${payer.taxId}`, '', '01', '125000024', 'DA', '778800', date];
}

function providerAdjustments({ adjustments, payee, at }: Remittance): readonly SegmentText[] {
  if (adjustments.length === 0) return [];
  return [['PLB', payee.npi, `${at.year}1231`, ...adjustments.flatMap(({ reason, reference, cents }) => [[reason, reference], amountOf(cents)])]];
}

/** The 835 of one payment. Lines, claims and the payment balance, unless it was ordered wrong. 005010X221A1, section 1.10.2. */
export function remittanceAdvice(remittance: Remittance): SetToPrint {
  const { payer, payee, trace, at, claims } = remittance;
  const date = dateText(at);
  const segments: SegmentText[] = [
    paymentSegment(remittance),
    ['TRN', '1', trace, `1${payer.taxId}`],
    ['DTM', '405', date],
    ['N1', 'PR', payer.name],
    ['N3', '1 PAYER PLAZA'],
    ['N4', 'OLYMPIA', 'WA', '985010001'],
    ['REF', '2U', payer.id],
    ['PER', 'BL', 'PROVIDER LINE', 'TE', '3605550100'],
    ['N1', 'PE', payee.name, 'XX', payee.npi],
    ['REF', 'TJ', payee.taxId],
    ...(claims.length > 0 ? [['LX', '1'] as const] : []),
    ...claims.flatMap((claim) => claimSegments(claim, payer, date)),
    ...providerAdjustments(remittance),
  ];
  return { type: '835', segments };
}
