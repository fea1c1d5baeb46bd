import { readPersonName } from '../segments/names.ts';
import { readProcedure } from '../segments/services.ts';
import { BrokenFile } from '../syntax/broken-file.ts';
import { Cursor } from '../syntax/cursor.ts';
import { centsAt, codeAt, textAt } from '../syntax/fields.ts';
import type { Transaction } from '../syntax/interchange.ts';
import { present } from '../syntax/present.ts';
import { dateOf } from '../syntax/dates.ts';
import { element, optional, type Segment } from '../syntax/segment.ts';
import type { AcknowledgedClaim, ClaimAcknowledgement, LineAcknowledgement, Status } from './claim-acknowledgement.ts';
import { readStatus, readTotals, standingOf } from './read-status.ts';

const find = (segments: readonly Segment[], id: string, qualifier: string) => segments.find((one) => one.id === id && element(one, 1) === qualifier);
const statusesIn = (segments: readonly Segment[]): Status[] => segments.filter(({ id }) => id === 'STC').map(readStatus);

function referenceIn(segments: readonly Segment[], qualifier: string): string | undefined {
  const ref = find(segments, 'REF', qualifier);
  return ref && optional(ref, 2);
}

/** DTP*472: the day of service, or the first day of a span. */
function servedOnIn(segments: readonly Segment[]): Temporal.PlainDate | undefined {
  const dtp = find(segments, 'DTP', '472');
  return dtp && dateOf(element(dtp, 3).slice(0, 8));
}

function readLine(cursor: Cursor): LineAcknowledgement {
  const svc = cursor.expect('SVC');
  const below = cursor.takeUntil('HL', 'SVC', 'TRN');
  const charge = optional(svc, 2) === undefined ? undefined : centsAt(svc, 2);
  return present({ procedure: readProcedure(svc, 1), charge, lineNumber: referenceIn(below, 'FJ'), statuses: statusesIn(below) });
}

function readClaim(cursor: Cursor, patient: Segment): AcknowledgedClaim {
  const trn = cursor.expect('TRN');
  const below = cursor.takeUntil('HL', 'SVC', 'TRN');
  const lines: LineAcknowledgement[] = [];
  while (cursor.sees('SVC')) lines.push(readLine(cursor));
  const statuses = statusesIn(below);
  return present({
    claimNumber: textAt(trn, 2),
    standing: standingOf(statuses),
    statuses,
    patient: readPersonName(patient),
    memberId: optional(patient, 9),
    payerClaimNumber: referenceIn(below, '1K'),
    clearinghouseNumber: referenceIn(below, 'D9'),
    servedOn: servedOnIn(below),
    lines,
  });
}

/** A patient loop carries one or more claims, each begun by its TRN. */
function readPatient(cursor: Cursor): AcknowledgedClaim[] {
  const patient = cursor.expect('NM1');
  const claims: AcknowledgedClaim[] = [];
  while (cursor.sees('TRN')) claims.push(readClaim(cursor, patient));
  cursor.takeUntil('HL');
  return claims;
}

function expectLevel(cursor: Cursor, level: string): void {
  const hl = cursor.expect('HL');
  if (element(hl, 3) !== level) throw new BrokenFile(hl.at, `HL03 should be ${level}, found ${element(hl, 3)}`);
}

function readSource(cursor: Cursor): ClaimAcknowledgement['source'] {
  expectLevel(cursor, '20');
  const nm1 = cursor.expect('NM1');
  cursor.takeUntil('HL');
  const kind = codeAt(nm1, 1, ['AY', 'PR']) === 'AY' ? 'clearinghouse' : 'payer';
  return { kind, name: element(nm1, 3), id: element(nm1, 9) };
}

function readReceiver(cursor: Cursor) {
  expectLevel(cursor, '21');
  const nm1 = cursor.expect('NM1');
  const below = cursor.takeUntil('HL');
  const trn = below.find(({ id }) => id === 'TRN');
  const totals = readTotals(below.filter(({ id }) => id === 'QTY' || id === 'AMT'));
  return present({ receiver: { name: element(nm1, 3), id: element(nm1, 9) }, batchReference: trn && optional(trn, 2), statuses: statusesIn(below), totals });
}

/**
 * Reads a 277CA. Provider levels (loop 2000C) only carry sums we can make ourselves and are passed over.
 * Throws BrokenFile where it is none.
 */
export function readClaimAcknowledgement(transaction: Transaction): ClaimAcknowledgement {
  const cursor = new Cursor(transaction.body, `277CA ${transaction.controlNumber}`, transaction.trailer.at);
  const bht = cursor.expect('BHT');
  const source = readSource(cursor);
  const receiver = readReceiver(cursor);
  const claims: AcknowledgedClaim[] = [];
  while (!cursor.done) {
    const hl = cursor.expect('HL');
    if (codeAt(hl, 3, ['19', 'PT']) === 'PT') claims.push(...readPatient(cursor));
    else cursor.takeUntil('HL');
  }
  return { reference: element(bht, 3), source, ...receiver, claims };
}
