import { Cursor } from '../syntax/cursor.ts';
import { codeAt, quantityAt, textAt } from '../syntax/fields.ts';
import type { Transaction } from '../syntax/interchange.ts';
import { present } from '../syntax/present.ts';
import { component, element, optional, type Segment } from '../syntax/segment.ts';
import {
  groupOutcomes,
  transactionOutcomes,
  type ElementError,
  type ImplementationAcknowledgement,
  type SegmentError,
  type TransactionAcknowledgement,
} from './implementation-acknowledgement.ts';

const elementsFrom = (segment: Segment, place: number) => segment.elements.slice(place).filter((text) => text !== '');

function readElementError(cursor: Cursor): ElementError {
  const ik4 = cursor.expect('IK4');
  cursor.takeAll('CTX');
  const part = component(ik4, 1, 2);
  return present({ element: Number(component(ik4, 1, 1)), part: part === '' ? undefined : Number(part), code: textAt(ik4, 3), value: optional(ik4, 4) });
}

/** The CTX that names a business unit carries CLM01; others only tell the trigger. */
function claimNumberIn(contexts: readonly Segment[]): string | undefined {
  const unit = contexts.find((ctx) => component(ctx, 1, 1) === 'CLM01');
  return unit && (component(unit, 1, 2) || undefined);
}

function readSegmentError(cursor: Cursor): SegmentError {
  const ik3 = cursor.expect('IK3');
  const claimNumber = claimNumberIn(cursor.takeAll('CTX'));
  const elements: ElementError[] = [];
  while (cursor.sees('IK4')) elements.push(readElementError(cursor));
  return present({ segment: textAt(ik3, 1), position: quantityAt(ik3, 2) ?? 0, loop: optional(ik3, 3), code: element(ik3, 4), claimNumber, elements });
}

function readTransactionAcknowledgement(cursor: Cursor): TransactionAcknowledgement {
  const ak2 = cursor.expect('AK2');
  const errors: SegmentError[] = [];
  while (cursor.sees('IK3')) errors.push(readSegmentError(cursor));
  const ik5 = cursor.expect('IK5');
  return present({
    code: textAt(ak2, 1),
    controlNumber: textAt(ak2, 2),
    version: optional(ak2, 3),
    outcome: codeAt(ik5, 1, transactionOutcomes),
    reasons: elementsFrom(ik5, 2),
    errors,
  });
}

/** Reads a 999. Throws BrokenFile where it is none. */
export function readImplementationAcknowledgement(transaction: Transaction): ImplementationAcknowledgement {
  const cursor = new Cursor(transaction.body, `999 ${transaction.controlNumber}`, transaction.trailer.at);
  const ak1 = cursor.expect('AK1');
  const transactions: TransactionAcknowledgement[] = [];
  while (cursor.sees('AK2')) transactions.push(readTransactionAcknowledgement(cursor));
  const ak9 = cursor.expect('AK9');
  return present({
    groupCode: textAt(ak1, 1),
    groupControlNumber: Number(textAt(ak1, 2)),
    version: optional(ak1, 3),
    transactions,
    outcome: codeAt(ak9, 1, groupOutcomes),
    included: quantityAt(ak9, 2) ?? 0,
    received: quantityAt(ak9, 3) ?? 0,
    accepted: quantityAt(ak9, 4) ?? 0,
    reasons: elementsFrom(ak9, 5),
  });
}
