import { amountOf } from '../money.ts';
import type { SubmittedClaim } from '../submitted-claim.ts';
import { dateText, timeText, type SegmentText, type SetToPrint } from '../x12/print.ts';

/** One claim with up to three statuses (category, code and entity, as in `A2:20:PR`), and the payer's number once there is one. */
export interface AcknowledgedClaim {
  readonly claim: SubmittedClaim;
  readonly statuses: readonly string[];
  readonly isAccepted: boolean;
  readonly payerNumber?: string;
}

/** Who acknowledges (the clearinghouse AY or a payer PR), to whom, and for which file. */
export interface AcknowledgementHeader {
  readonly source: { readonly kind: 'AY' | 'PR'; readonly name: string; readonly id: string };
  readonly submitter: { readonly name: string; readonly id: string };
  /** BHT03 of the 837. */
  readonly fileReference: string;
  readonly trace: string;
  readonly at: Temporal.ZonedDateTime;
}

function totalOf(claims: readonly AcknowledgedClaim[]): number {
  return claims.reduce((total, { claim }) => total + claim.chargedCents, 0);
}

function totals(claims: readonly AcknowledgedClaim[], codes: { readonly accepted: string; readonly rejected: string }): readonly SegmentText[] {
  const accepted = claims.filter(({ isAccepted }) => isAccepted);
  const rejected = claims.filter(({ isAccepted }) => !isAccepted);
  const count = (code: string, some: readonly AcknowledgedClaim[]): SegmentText[] => (some.length > 0 ? [['QTY', code, String(some.length)]] : []);
  const amount = (code: string, some: readonly AcknowledgedClaim[]): SegmentText[] => (some.length > 0 ? [['AMT', code, amountOf(totalOf(some))]] : []);
  return [...count(codes.accepted, accepted), ...count(codes.rejected, rejected), ...amount('YU', accepted), ...amount('YY', rejected)];
}

function statusSegment({ claim, statuses, isAccepted }: AcknowledgedClaim, date: string): SegmentText {
  const composite = (status: string | undefined) => status?.split(':') ?? '';
  const [first, second, third] = statuses;
  const places = ['', '', '', '', ''];
  return ['STC', composite(first), date, isAccepted ? 'WQ' : 'U', amountOf(claim.chargedCents), ...places, composite(second), composite(third)];
}

function claimSegments(acknowledged: AcknowledgedClaim, level: number, parent: number, date: string): readonly SegmentText[] {
  const { claim, payerNumber } = acknowledged;
  const dates = claim.lines
    .flatMap(({ from, to }) => [from, to])
    .filter(Boolean)
    .toSorted();
  const [from = date, to = from] = [dates[0], dates.at(-1)];
  return [
    ['HL', String(level), String(parent), 'PT'],
    ['NM1', 'QC', '1', claim.patient.family, claim.patient.given, '', '', '', 'MI', claim.patient.id],
    ['TRN', '2', claim.number],
    statusSegment(acknowledged, date),
    ...(payerNumber === undefined ? [] : [['REF', '1K', payerNumber] as const]),
    from === to ? ['DTP', '472', 'D8', from] : ['DTP', '472', 'RD8', `${from}-${to}`],
  ];
}

function providerSegments(claims: readonly AcknowledgedClaim[], level: number, header: AcknowledgementHeader): readonly SegmentText[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { family, id } = first.claim.billing;
  const date = dateText(header.at);
  return [
    ['HL', String(level), '2', '19', '1'],
    ['NM1', '85', '2', family, '', '', '', '', 'XX', id],
    ['TRN', '1', '0'],
    ['STC', ['A1', '19', 'PR'], '', 'WQ', amountOf(totalOf(claims))],
    ...totals(claims, { accepted: 'QA', rejected: 'QC' }),
    ...claims.flatMap((claim, index) => claimSegments(claim, level + 1 + index, level, date)),
  ];
}

/** The 277CA of one file or one payer's share of it: totals, then each claim accepted or turned away. 005010X214. */
export function claimAcknowledgement(header: AcknowledgementHeader, claims: readonly AcknowledgedClaim[]): SetToPrint {
  const date = dateText(header.at);
  const providers = [...Map.groupBy(claims, ({ claim }) => claim.billing.id).values()];
  let level = 3;
  const details = providers.flatMap((group) => {
    const segments = providerSegments(group, level, header);
    level += group.length + 1;
    return segments;
  });
  const { source, submitter } = header;
  const segments: SegmentText[] = [
    ['BHT', '0085', '08', header.trace, date, timeText(header.at), 'TH'],
    ['HL', '1', '', '20', '1'],
    ['NM1', source.kind, '2', source.name, '', '', '', '', source.kind === 'PR' ? 'PI' : '46', source.id],
    ['TRN', '1', header.trace],
    ['DTP', '050', 'D8', date],
    ['DTP', '009', 'D8', date],
    ['HL', '2', '1', '21', claims.length > 0 ? '1' : '0'],
    ['NM1', '41', '2', submitter.name, '', '', '', '', '46', submitter.id],
    ['TRN', '2', header.fileReference],
    ['STC', ['A1', '19', source.kind], date, 'WQ', amountOf(totalOf(claims))],
    ...totals(claims, { accepted: '90', rejected: 'AA' }),
    ...details,
  ];
  return { type: '277', version: '005010X214', segments };
}
