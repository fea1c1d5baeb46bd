import { Cursor } from '../syntax/cursor.ts';
import { dateOf } from '../syntax/dates.ts';
import { centsAt, codeAt, dateAt, textAt } from '../syntax/fields.ts';
import type { Transaction } from '../syntax/interchange.ts';
import { present } from '../syntax/present.ts';
import { component, element, optional, segmentText, type Segment } from '../syntax/segment.ts';
import { readRemittanceClaim } from './read-remittance-claim.ts';
import type { ProviderAdjustment, Remittance, RemittanceClaim, RemittancePayment, UnreadSegment } from './remittance.ts';

/** What may stand between ST and the first claim; the rest is kept unread. */
const headerSegments = new Set(['BPR', 'TRN', 'CUR', 'REF', 'DTM', 'N1', 'N3', 'N4', 'PER', 'RDM', 'NTE']);
const lastPlbPlace = 13;

function readPayment(bpr: Segment, trn: Segment): RemittancePayment {
  return present({
    amount: centsAt(bpr, 2),
    direction: codeAt(bpr, 3, ['C', 'D']),
    method: textAt(bpr, 4),
    paidOn: dateOf(element(bpr, 16)),
    trace: textAt(trn, 2),
    originator: optional(trn, 3),
  });
}

/** The N1 loop of one party: the N1 and what follows it up to the next N1. */
function partyLoop(header: readonly Segment[], part: 'PR' | 'PE'): readonly Segment[] {
  const start = header.findIndex((one) => one.id === 'N1' && element(one, 1) === part);
  if (start === -1) return [];
  const rest = header.slice(start + 1);
  const end = rest.findIndex(({ id }) => id === 'N1');
  return header.slice(start, end === -1 ? undefined : start + 1 + end);
}

function readParty(header: readonly Segment[], part: 'PR' | 'PE') {
  const loop = partyLoop(header, part);
  const [n1] = loop;
  const payerNumber = loop.find((one) => one.id === 'REF' && element(one, 1) === '2U');
  return present({ name: n1 ? element(n1, 2) : '', id: (payerNumber && optional(payerNumber, 2)) ?? (n1 && optional(n1, 4)) });
}

function readProviderAdjustments(plb: Segment): ProviderAdjustment[] {
  const shared = { at: plb.at, providerId: textAt(plb, 1), fiscalPeriodEnd: dateAt(plb, 2) };
  const adjustments: ProviderAdjustment[] = [];
  for (let place = 3; place <= lastPlbPlace && element(plb, place) !== ''; place += 2) {
    adjustments.push(present({ ...shared, reason: component(plb, place, 1), reference: component(plb, place, 2) || undefined, amount: centsAt(plb, place + 1) }));
  }
  return adjustments;
}

const unreadOf = (segment: Segment): UnreadSegment => ({ at: segment.at, text: segmentText(segment) });

/** Everything after the header: claims in their LX groups, and PLB. */
function readDetail(cursor: Cursor): Pick<Remittance, 'claims' | 'providerAdjustments' | 'unread'> {
  const claims: RemittanceClaim[] = [];
  const providerAdjustments: ProviderAdjustment[] = [];
  const unread: UnreadSegment[] = [];
  while (!cursor.done) {
    if (cursor.sees('CLP')) claims.push(readRemittanceClaim(cursor, (segment) => unread.push(unreadOf(segment))));
    else if (cursor.sees('PLB')) providerAdjustments.push(...readProviderAdjustments(cursor.expect('PLB')));
    else if (!cursor.take('LX') && !cursor.take('TS2') && !cursor.take('TS3')) unread.push(unreadOf(cursor.takeAny()));
  }
  return { claims, providerAdjustments, unread };
}

/** Reads an 835. Unknown segments are kept aside. Throws BrokenFile where an amount, a date or a required segment is wrong. */
export function readRemittance(transaction: Transaction): Remittance {
  const cursor = new Cursor(transaction.body, `835 ${transaction.controlNumber}`, transaction.trailer.at);
  const bpr = cursor.expect('BPR');
  const beforeTrace = cursor.takeUntil('TRN');
  const trn = cursor.expect('TRN');
  const header = [...beforeTrace, ...cursor.takeUntil('LX', 'CLP', 'PLB')];
  const produced = header.find((one) => one.id === 'DTM' && element(one, 1) === '405');
  const { claims, providerAdjustments, unread } = readDetail(cursor);
  return present({
    controlNumber: transaction.controlNumber,
    payment: readPayment(bpr, trn),
    producedOn: produced && dateAt(produced, 2),
    payer: readParty(header, 'PR'),
    payee: readParty(header, 'PE'),
    claims,
    providerAdjustments,
    unread: [...header.filter(({ id }) => !headerSegments.has(id)).map(unreadOf), ...unread],
  });
}
