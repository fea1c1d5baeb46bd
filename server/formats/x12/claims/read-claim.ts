import { readAddress } from '../segments/addresses.ts';
import { readClaimCodes, readClaimNote, readDiagnoses, readLineNote } from '../segments/claims.ts';
import { readDays } from '../segments/dates.ts';
import { readAdjustments } from '../segments/money.ts';
import { readPersonName, readProvider } from '../segments/names.ts';
import { readDrugGiven, readLineAdjudication, readProfessionalService } from '../segments/services.ts';
import { readDependentRelationship, readOtherInsurance, readPlan } from '../segments/subscribers.ts';
import { BrokenFile } from '../syntax/broken-file.ts';
import type { Cursor } from '../syntax/cursor.ts';
import { centsAt, dateAt, textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { element, optional, type Segment } from '../syntax/segment.ts';
import { claimDateKind } from './claim-dates.ts';
import type { ClaimProviders, OtherPayer } from './coverage.ts';
import type { PersonProvider, Provider, ServiceFacility } from './parties.ts';
import type { ClaimDate, LineAdjudication, ProfessionalClaim, ProfessionalLine } from './professional-claim.ts';

/** What a claim says below its HL: everything but who is paid, by whom, for whom. */
export type ClaimBody = Omit<ProfessionalClaim, 'billingProvider' | 'plan' | 'payer' | 'subject'>;

function readClaimDate(dtp: Segment): ClaimDate {
  const kind = claimDateKind(element(dtp, 1));
  if (!kind) throw new BrokenFile(dtp.at, `a claim date ${element(dtp, 1)} is not one we send`);
  return { kind, on: dateAt(dtp, 3) };
}

/** REF segments of a claim by qualifier, each at most once. */
function readReferences(refs: readonly Segment[]): ReadonlyMap<string, string> {
  return new Map(refs.map((ref) => [element(ref, 1), textAt(ref, 2)]));
}

function readFacility(cursor: Cursor): ServiceFacility | undefined {
  const nm1 = cursor.take('NM1', '77');
  if (!nm1) return undefined;
  const address = readAddress(cursor);
  if (!address) throw new BrokenFile(nm1.at, 'the service facility has no address');
  return present({ name: textAt(nm1, 3), npi: optional(nm1, 9), address });
}

function readProviders(cursor: Cursor): ClaimProviders & { readonly serviceFacility?: ServiceFacility } {
  const provider = (part: string): Provider | undefined => {
    const nm1 = cursor.take('NM1', part);
    return nm1 && readProvider(nm1, cursor.take('PRV', 'PE'));
  };
  const person = (part: string): PersonProvider | undefined => {
    const at = cursor.peek()?.at ?? 0;
    const read = provider(part);
    if (read?.kind === 'organisation') throw new BrokenFile(at, `NM1*${part} must name a person`);
    return read;
  };
  // Object fields are evaluated in the order written, which is the guide's.
  return present({ referring: person('DN'), rendering: provider('82'), serviceFacility: readFacility(cursor), supervising: person('DQ') });
}

function readOtherPayer(cursor: Cursor): OtherPayer {
  const sbr = cursor.expect('SBR');
  const adjustments = readAdjustments(cursor.takeAll('CAS'));
  const paid = cursor.take('AMT', 'D');
  const remaining = cursor.take('AMT', 'EAF');
  const oi = cursor.expect('OI');
  const subscriber = cursor.expect('NM1', 'IL');
  const subscriberAddress = readAddress(cursor);
  const payer = cursor.expect('NM1', 'PR');
  const payerAddress = readAddress(cursor);
  const adjudicated = cursor.take('DTP', '573');
  const number = cursor.take('REF', 'F8');
  return present({
    ...readPlan(sbr),
    relationship: element(sbr, 2) === '18' ? ('18' as const) : readDependentRelationship(sbr, 2),
    subscriber: present({ name: readPersonName(subscriber), memberId: textAt(subscriber, 9), address: subscriberAddress }),
    payer: present({ name: textAt(payer, 3), id: textAt(payer, 9), address: payerAddress }),
    ...readOtherInsurance(oi),
    paid: paid && centsAt(paid, 2),
    remainingPatientLiability: remaining && centsAt(remaining, 2),
    adjustments,
    adjudicatedOn: adjudicated && dateAt(adjudicated, 3),
    payerClaimNumber: number && textAt(number, 2),
  });
}

function readAdjudication(cursor: Cursor): LineAdjudication {
  const svd = cursor.expect('SVD');
  const adjustments = readAdjustments(cursor.takeAll('CAS'));
  const adjudicatedOn = dateAt(cursor.expect('DTP', '573'), 3);
  const remaining = cursor.take('AMT', 'EAF');
  return present({ ...readLineAdjudication(svd), adjustments, adjudicatedOn, remainingPatientLiability: remaining && centsAt(remaining, 2) });
}

function readLine(cursor: Cursor): ProfessionalLine {
  cursor.expect('LX');
  const service = readProfessionalService(cursor.expect('SV1'));
  const { from, through } = readDays(cursor.expect('DTP', '472'));
  const number = cursor.expect('REF', '6R');
  const note = cursor.take('NTE', 'ADD');
  const lin = cursor.take('LIN');
  const drug = lin && readDrugGiven(lin, cursor.expect('CTP'));
  const adjudications: LineAdjudication[] = [];
  while (cursor.sees('SVD')) adjudications.push(readAdjudication(cursor));
  return present({ lineNumber: textAt(number, 2), ...service, servedOn: from, servedThrough: through, note: note && readLineNote(note), drug, adjudications });
}

/** Loop 2300 and below, from CLM to the last line. Throws BrokenFile where it strays from what we write. */
export function readClaimBody(cursor: Cursor): ClaimBody {
  const clm = cursor.expect('CLM');
  const dates = cursor.takeAll('DTP').map(readClaimDate);
  const patientPaid = cursor.take('AMT', 'F5');
  const references = readReferences(cursor.takeAll('REF'));
  const note = cursor.take('NTE');
  const diagnoses = readDiagnoses(cursor.expect('HI'));
  const providers = readProviders(cursor);
  const otherPayers: OtherPayer[] = [];
  while (cursor.sees('SBR')) otherPayers.push(readOtherPayer(cursor));
  const lines: ProfessionalLine[] = [];
  while (cursor.sees('LX')) lines.push(readLine(cursor));
  return present({
    claimNumber: textAt(clm, 1),
    charge: centsAt(clm, 2),
    ...readClaimCodes(clm),
    dates,
    patientPaid: patientPaid && centsAt(patientPaid, 2),
    referralNumber: references.get('9F'),
    priorAuthorization: references.get('G1'),
    payerClaimNumber: references.get('F8'),
    cliaNumber: references.get('X4'),
    clearinghouseNumber: references.get('D9'),
    medicalRecordNumber: references.get('EA'),
    note: note && readClaimNote(note),
    diagnoses,
    ...providers,
    otherPayers,
    lines,
  });
}
