import { readAddress, readContact } from '../segments/addresses.ts';
import { readDemographics } from '../segments/dates.ts';
import { readPersonName, readProvider } from '../segments/names.ts';
import { readDependentRelationship, readPlan } from '../segments/subscribers.ts';
import { BrokenFile } from '../syntax/broken-file.ts';
import { Cursor } from '../syntax/cursor.ts';
import { timeOf } from '../syntax/dates.ts';
import { dateAt, textAt } from '../syntax/fields.ts';
import type { Transaction } from '../syntax/interchange.ts';
import { present } from '../syntax/present.ts';
import { element } from '../syntax/segment.ts';
import type { ClaimSubject, Dependent, Plan, Subscriber } from './coverage.ts';
import type { BillingProvider, Demographics, Payer } from './parties.ts';
import type { ProfessionalBatch, ProfessionalClaim } from './professional-claim.ts';
import { readClaimBody } from './read-claim.ts';

function readHeader(cursor: Cursor): Omit<ProfessionalBatch, 'claims'> {
  const bht = cursor.expect('BHT');
  const time = timeOf(element(bht, 5));
  if (!time) throw new BrokenFile(bht.at, `BHT05 is no time: "${element(bht, 5)}"`);
  const submitter = cursor.expect('NM1', '41');
  const desk = readContact(cursor.expect('PER', 'IC'));
  const receiver = cursor.expect('NM1', '40');
  return {
    reference: textAt(bht, 3),
    createdAt: dateAt(bht, 4).toPlainDateTime(time),
    submitter: { name: textAt(submitter, 3), id: textAt(submitter, 9), contact: { ...desk, name: desk.name ?? '' } },
    receiver: { name: textAt(receiver, 3), id: textAt(receiver, 9) },
  };
}

function readBillingProvider(cursor: Cursor): BillingProvider {
  const prv = cursor.take('PRV', 'BI');
  const nm1 = cursor.expect('NM1', '85');
  const address = readAddress(cursor);
  const tax = cursor.expect('REF', 'EI', 'SY');
  const desk = cursor.take('PER', 'IC');
  const payTo = cursor.take('NM1', '87') && readAddress(cursor);
  if (!address) throw new BrokenFile(nm1.at, 'the billing provider has no address');
  const taxId = { kind: element(tax, 1) === 'EI' ? ('EIN' as const) : ('SSN' as const), number: textAt(tax, 2) };
  return { ...readProvider(nm1, prv), address, taxId, ...present({ contact: desk && readContact(desk), payTo }) };
}

function readDemographicsBelow(cursor: Cursor): Partial<Demographics> {
  const address = readAddress(cursor);
  const dmg = cursor.take('DMG');
  return { ...present({ address }), ...(dmg && readDemographics(dmg)) };
}

function complete(person: Partial<Demographics>, at: number): Demographics {
  const { address, birthDate, sex } = person;
  if (!address || !birthDate || !sex) throw new BrokenFile(at, 'the patient lacks address, birth date or sex');
  return { address, birthDate, sex };
}

/** Who a subscriber loop is about before its claims: plan, payer, and the patient when that is the subscriber. */
interface SubscriberLoop {
  readonly plan: Plan;
  readonly payer: Payer;
  readonly subscriber: Subscriber & Partial<Demographics>;
  readonly isPatient: boolean;
  readonly at: number;
}

function readSubscriberLoop(cursor: Cursor): SubscriberLoop {
  const sbr = cursor.expect('SBR');
  const nm1 = cursor.expect('NM1', 'IL');
  const subscriber = { name: readPersonName(nm1), memberId: textAt(nm1, 9), ...readDemographicsBelow(cursor) };
  const payer = cursor.expect('NM1', 'PR');
  const payerAddress = readAddress(cursor);
  return {
    plan: readPlan(sbr),
    payer: present({ name: textAt(payer, 3), id: textAt(payer, 9), address: payerAddress }),
    subscriber,
    isPatient: element(sbr, 2) === '18',
    at: nm1.at,
  };
}

function readDependent(cursor: Cursor): Dependent {
  const pat = cursor.expect('PAT');
  const nm1 = cursor.expect('NM1', 'QC');
  const person = complete(readDemographicsBelow(cursor), nm1.at);
  return { name: readPersonName(nm1), relationship: readDependentRelationship(pat, 1), ...person };
}

/** Reads the claims below the HLs of one billing provider. */
function readSubscriber(cursor: Cursor, billingProvider: BillingProvider): ProfessionalClaim[] {
  const { plan, payer, subscriber, isPatient, at } = readSubscriberLoop(cursor);
  const claims: ProfessionalClaim[] = [];
  const readClaims = (subject: ClaimSubject) => {
    while (cursor.sees('CLM')) claims.push({ billingProvider, plan, payer, subject, ...readClaimBody(cursor) });
  };
  if (isPatient) readClaims({ patientIs: 'subscriber', subscriber: { ...subscriber, ...complete(subscriber, at) } });
  while (seesLevel(cursor, '23')) {
    cursor.takeAny();
    readClaims({ patientIs: 'dependent', subscriber, patient: readDependent(cursor) });
  }
  return claims;
}

function seesLevel(cursor: Cursor, level: string): boolean {
  const next = cursor.peek();
  return next?.id === 'HL' && element(next, 3) === level;
}

/** The batch of professional claims in one transaction. Throws BrokenFile where it strays from what we write. */
export function readBatch(transaction: Transaction): ProfessionalBatch {
  const cursor = new Cursor(transaction.body, `ST ${transaction.controlNumber}`, transaction.trailer.at);
  const header = readHeader(cursor);
  const claims: ProfessionalClaim[] = [];
  while (!cursor.done) {
    const hl = cursor.expect('HL');
    if (element(hl, 3) !== '20') throw new BrokenFile(hl.at, `HL03 should be 20, found ${element(hl, 3)}`);
    const billingProvider = readBillingProvider(cursor);
    while (seesLevel(cursor, '22')) {
      cursor.takeAny();
      claims.push(...readSubscriber(cursor, billingProvider));
    }
  }
  return { ...header, claims };
}
