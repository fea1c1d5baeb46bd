import { receiptBases } from '#server/documents/index.ts';
import type { PacketRecord } from './packet.ts';

/**
 * How a document came, as the decision sees it. What came from a Part 2 program came on a consent or an exception of which nobody wrote down which: it does
 * not go on before somebody looked (42 CFR 2.32, 2.33(b)). Everything else is protected as a record of the program in whose chart it is: that it was filed
 * there tells of treatment there (42 CFR 2.12(a)(1)).
 */
export function documentOrigin(receiptBasis: string): PacketRecord['facts']['origin'] {
  const known = receiptBases.find(({ code }) => code === receiptBasis);
  return known && !known.part2 ? { kind: 'made-here' } : { kind: 'received', basis: null };
}
