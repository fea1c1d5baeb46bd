import { BrokenFile } from './broken-file.ts';
import { shortDateOf, timeOf } from './dates.ts';
import type { Envelope } from './envelope.ts';
import type { FunctionalGroup, Interchange } from './interchange.ts';
import { element, type Segment } from './segment.ts';

/** ISA09 and ISA10 as one moment of the sender's clock. Throws BrokenFile when there is no such moment. */
export function createdAt(isa: Segment): Temporal.PlainDateTime {
  const date = shortDateOf(element(isa, 9));
  const time = timeOf(element(isa, 10));
  if (!date || !time) throw new BrokenFile(isa.at, `ISA09 and ISA10 are no moment: ${element(isa, 9)} ${element(isa, 10)}`);
  return date.toPlainDateTime(time);
}

/** The envelope around one group of an interchange. */
export function envelopeOf({ header: isa }: Interchange, { header: gs }: FunctionalGroup): Envelope {
  const sender = { qualifier: element(isa, 5).trim(), id: element(isa, 6).trim() };
  const receiver = { qualifier: element(isa, 7).trim(), id: element(isa, 8).trim() };
  return {
    sender,
    receiver,
    ...(element(gs, 2) === sender.id ? {} : { groupSender: element(gs, 2) }),
    ...(element(gs, 3) === receiver.id ? {} : { groupReceiver: element(gs, 3) }),
    controlNumber: Number(element(isa, 13)),
    groupControlNumber: Number(element(gs, 6)),
    createdAt: createdAt(isa),
    usage: element(isa, 15) === 'P' ? 'P' : 'T',
    wantsAcknowledgement: element(isa, 14) === '1',
  };
}
