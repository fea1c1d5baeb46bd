import { balancesAfter, chargeLines, patientPaymentLines } from '#server/billing/index.ts';
import { readInterchanges, type Segment } from '#server/formats/x12/index.ts';
import { cents } from '#server/platform/index.ts';
import type { SampleRecord } from './records.ts';

/** What a file says of one claim, taken from its segments and not from what was meant to be written. Amounts in cents. */
interface Said {
  readonly charge: number;
  readonly patientPaid: number;
  readonly lines: readonly { readonly code: string; readonly modifiers: readonly string[]; readonly charge: number; readonly units: number; readonly days: string }[];
}

/** One claim beside the ledger. */
export interface Comparison {
  readonly claimNumber: string;
  readonly claimCents: number;
  readonly linesCents: number;
  readonly ledgerCents: number;
  readonly lines: readonly { readonly number: number; readonly code: string; readonly fileCents: number; readonly ledgerCents: number }[];
  /** In words; empty when all agree. */
  readonly differences: readonly string[];
}

/** Cents of an X12 decimal, by its digits: no rounding can hide a difference. */
function inCents(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole || '0') * 100 + Number(fraction.padEnd(2, '0'));
}

const part = (segment: Segment | undefined, place: number): string => segment?.elements[place] ?? '';

/** The segments of each claim of a file, by CLM01. */
function claimsIn(text: string): ReadonlyMap<string, Segment[]> {
  const claims = new Map<string, Segment[]>();
  let open: Segment[] = [];
  const segments = readInterchanges(text).flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions.flatMap(({ body }) => body)));
  for (const segment of segments) {
    if (segment.id === 'CLM') claims.set(part(segment, 1), (open = []));
    if (segment.id === 'HL') open = [];
    open.push(segment);
  }
  return claims;
}

function saidOf(segments: readonly Segment[]): Said {
  const services = segments.filter(({ id }) => id === 'SV1');
  const days = segments.filter((segment) => segment.id === 'DTP' && part(segment, 1) === '472');
  const paid = segments.find((segment) => segment.id === 'AMT' && part(segment, 1) === 'F5');
  return {
    charge: inCents(part(segments[0], 2)),
    patientPaid: inCents(part(paid, 2)),
    lines: services.map((sv1, place) => {
      const [, code = '', ...modifiers] = part(sv1, 1).split(':');
      return { code, modifiers, charge: inCents(part(sv1, 2)), units: Number(part(sv1, 4)), days: part(days[place], 3) };
    }),
  };
}

/** What was to come out, line by line: the oracle's codes and units, the note's days and way of meeting, and the charge that the ledger got. */
function meant({ charged, facts }: SampleRecord) {
  const first = Temporal.PlainDate.from(facts.servedOn);
  const day = (after: number) => first.add({ days: after }).toString().replaceAll('-', '');
  return charged.flatMap(({ visit, charge }) =>
    visit.expects.map(([code, units], place) => ({
      code,
      units,
      days: visit.throughDay === undefined ? day(visit.day ?? 0) : `${day(visit.day ?? 0)}-${day(visit.throughDay)}`,
      modality: visit.modality ?? ('in-person' as const),
      ledger: chargeLines(charge.lines[place]?.amount ?? cents(0), 'insurance')['receivable-insurance'] ?? 0,
    })),
  );
}

/** What insurers and patient owe after the postings that billing's rules make of these notes and payments. */
function ledgerOf({ charged, facts }: SampleRecord) {
  const payment = facts.patientPaidCents ? [patientPaymentLines(cents(facts.patientPaidCents))] : [];
  return balancesAfter([...charged.map(({ charge }) => chargeLines(charge.amount, 'insurance')), ...payment]);
}

const dollars = (amount: number) => (amount / 100).toFixed(2);

function* lineDifferences(said: Said, expected: ReturnType<typeof meant>): Generator<string> {
  if (said.lines.length !== expected.length) yield `${said.lines.length} lines where ${expected.length} were charged`;
  for (const [place, want] of expected.entries()) {
    const got = said.lines[place];
    if (!got) continue;
    const at = `line ${place + 1}`;
    if (got.code !== want.code || got.units !== want.units) yield `${at}: ${got.units} x ${got.code} where ${want.units} x ${want.code} was documented`;
    if (got.charge !== want.ledger) yield `${at}: SV102 ${dollars(got.charge)} where the ledger has ${dollars(want.ledger)}`;
    if (got.days !== want.days) yield `${at}: served ${got.days} where the note says ${want.days}`;
    if (got.modifiers.includes('95') !== (want.modality === 'video') || got.modifiers.includes('93') !== (want.modality === 'audio'))
      yield `${at}: modifiers ${got.modifiers.join(' ') || 'none'} for a meeting ${want.modality}`;
  }
}

/** Whether CLM02, the sum of SV102 and the ledger's charge are one amount, in total and line by line. */
function compare(record: SampleRecord, segments: readonly Segment[] | undefined): Comparison {
  const said = saidOf(segments ?? []);
  const expected = meant(record);
  const linesCents = said.lines.reduce((total, line) => total + line.charge, 0);
  const { revenue, 'receivable-insurance': ledgerCents } = ledgerOf(record);
  const differences = [
    ...(said.charge === linesCents ? [] : [`CLM02 ${dollars(said.charge)} where its lines are ${dollars(linesCents)}`]),
    ...(said.charge === ledgerCents && ledgerCents === -revenue ? [] : [`CLM02 ${dollars(said.charge)} where the ledger has ${dollars(ledgerCents)}`]),
    ...(said.patientPaid === Math.min(record.facts.patientPaidCents ?? 0, said.charge) ? [] : [`AMT*F5 ${dollars(said.patientPaid)} is not what the patient paid`]),
    ...lineDifferences(said, expected),
  ];
  const lines = said.lines.map((line, place) => ({ number: place + 1, code: line.code, fileCents: line.charge, ledgerCents: expected[place]?.ledger ?? 0 }));
  return { claimNumber: record.claimNumber, claimCents: said.charge, linesCents, ledgerCents, lines, differences };
}

/** Every claim of a file beside its record. */
export function comparisonsOf(text: string, records: readonly SampleRecord[]): Comparison[] {
  const claims = claimsIn(text);
  return records.map((record) => compare(record, claims.get(record.claimNumber)));
}

/** One claim of the comparison, its lines below it. */
export function printed({ claimNumber, claimCents, linesCents, ledgerCents, lines, differences }: Comparison): string {
  const verdict = differences.length === 0 ? 'agree' : `DIFFER: ${differences.join('; ')}`;
  const rows = lines.map(
    (line) => `    line ${String(line.number).padStart(2)} ${line.code}  SV102 ${dollars(line.fileCents).padStart(9)}  ledger ${dollars(line.ledgerCents).padStart(9)}`,
  );
  return [`${claimNumber}  CLM02 ${dollars(claimCents)}  SV1 ${dollars(linesCents)}  ledger ${dollars(ledgerCents)}  ${verdict}`, ...rows].join('\n');
}
