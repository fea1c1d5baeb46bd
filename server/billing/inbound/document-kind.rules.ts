import type { InboundDocument, InboundInterchange } from '#server/formats/x12/index.ts';

const names: Readonly<Record<InboundDocument['kind'], string>> = {
  'interchange-acknowledgement': 'TA1',
  'implementation-acknowledgement': '999',
  'claim-acknowledgement': '277CA',
  remittance: '835',
  unknown: 'unknown',
  unreadable: 'unreadable',
};

/** What a file holds, for the list: `835`, or `TA1, 999`. */
export function kindOf(interchanges: readonly InboundInterchange[]): string {
  const kinds = new Set(interchanges.flatMap(({ documents }) => documents.map(({ kind }) => names[kind])));
  return kinds.size > 0 ? [...kinds].join(', ') : 'empty';
}

/** The text of a file. X12 knows the basic and extended character sets only; one byte is one character. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
}
