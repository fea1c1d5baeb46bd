import type { ClaimAcknowledgement } from './acknowledgements/claim-acknowledgement.ts';
import type { ImplementationAcknowledgement } from './acknowledgements/implementation-acknowledgement.ts';
import { readInterchangeAcknowledgement, type InterchangeAcknowledgement } from './acknowledgements/interchange-acknowledgement.ts';
import { readClaimAcknowledgement } from './acknowledgements/read-claim-acknowledgement.ts';
import { readImplementationAcknowledgement } from './acknowledgements/read-implementation-acknowledgement.ts';
import { readRemittance } from './remittances/read-remittance.ts';
import type { Remittance } from './remittances/remittance.ts';
import { BrokenFile } from './syntax/broken-file.ts';
import type { Interchange, Transaction } from './syntax/interchange.ts';
import { readInterchanges } from './syntax/read-interchanges.ts';
import { element } from './syntax/segment.ts';

/** One document a payer or clearinghouse sent. The content decides what it is, never the file's name. */
export type InboundDocument =
  | { readonly kind: 'interchange-acknowledgement'; readonly document: InterchangeAcknowledgement }
  | { readonly kind: 'implementation-acknowledgement'; readonly document: ImplementationAcknowledgement }
  | { readonly kind: 'claim-acknowledgement'; readonly document: ClaimAcknowledgement }
  | { readonly kind: 'remittance'; readonly document: Remittance }
  | { readonly kind: 'unknown'; readonly code: string; readonly version: string; readonly controlNumber: string }
  | { readonly kind: 'unreadable'; readonly code: string; readonly controlNumber: string; readonly fault: BrokenFile };

/** One ISA to IEA of an inbound file. */
export interface InboundInterchange {
  /** ISA06 and ISA13 together are never repeated by an honest sender. */
  readonly sender: string;
  readonly receiver: string;
  readonly controlNumber: string;
  readonly usage: 'T' | 'P';
  readonly documents: readonly InboundDocument[];
}

function documentOf(transaction: Transaction): InboundDocument {
  const { code, version, controlNumber } = transaction;
  if (code === '999') return { kind: 'implementation-acknowledgement', document: readImplementationAcknowledgement(transaction) };
  if (code === '835') return { kind: 'remittance', document: readRemittance(transaction) };
  if (code === '277' && version.startsWith('005010X214')) return { kind: 'claim-acknowledgement', document: readClaimAcknowledgement(transaction) };
  return { kind: 'unknown', code, version, controlNumber };
}

/** One transaction that cannot be read leaves its neighbours readable. */
function readDocument(transaction: Transaction): InboundDocument {
  try {
    return documentOf(transaction);
  } catch (fault) {
    if (!(fault instanceof BrokenFile)) throw fault;
    return { kind: 'unreadable', code: transaction.code, controlNumber: transaction.controlNumber, fault };
  }
}

function readInbound({ header, acknowledgements, groups }: Interchange): InboundInterchange {
  return {
    sender: element(header, 6).trim(),
    receiver: element(header, 8).trim(),
    controlNumber: element(header, 13),
    usage: element(header, 15) === 'P' ? 'P' : 'T',
    documents: [
      ...acknowledgements.map((ta1) => ({ kind: 'interchange-acknowledgement' as const, document: readInterchangeAcknowledgement(ta1) })),
      ...groups.flatMap(({ transactions }) => transactions.map(readDocument)),
    ],
  };
}

/**
 * Everything in a file from outside. Throws BrokenFile when the file itself is half, garbage or miscounted;
 * a faulty transaction inside a sound file comes back as 'unreadable' instead.
 */
export function readInboundFile(text: string): InboundInterchange[] {
  return readInterchanges(text).map(readInbound);
}
