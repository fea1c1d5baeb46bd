import { shortDateText, dateText, timeText } from './dates.ts';
import { sendableWords } from './characters.ts';
import type { Envelope } from './envelope.ts';
import { segment, type Written } from './written.ts';
import { segmentText } from './segment.ts';
import type { FunctionalGroup, Interchange } from './interchange.ts';
import { ourSeparators } from './separators.ts';

/** Which transaction a group holds: GS01, ST01, and the guide's version for GS08 and ST03. */
export interface Guide {
  readonly group: string;
  readonly transaction: string;
  readonly version: string;
}

/** The professional claim. */
export const professionalClaimGuide: Guide = { group: 'HC', transaction: '837', version: '005010X222A1' };

const partnerLength = 15;
const interchangeVersion = '00501';

function isa(envelope: Envelope): Written {
  const partner = ({ qualifier, id }: Envelope['sender']) => [qualifier.padEnd(2), sendableWords(id, partnerLength).padEnd(partnerLength)];
  const noInformation = ['00', ' '.repeat(10)];
  const fixed = [
    'ISA',
    ...noInformation,
    ...noInformation,
    ...partner(envelope.sender),
    ...partner(envelope.receiver),
    shortDateText(envelope.createdAt),
    timeText(envelope.createdAt),
    ourSeparators.repetition,
    interchangeVersion,
    interchangeNumber(envelope),
    envelope.wantsAcknowledgement ? '1' : '0',
    envelope.usage,
    ourSeparators.component,
  ];
  return fixed.join(ourSeparators.element) as Written;
}

function interchangeNumber(envelope: Envelope): string {
  return String(envelope.controlNumber).padStart(9, '0');
}

function gs(envelope: Envelope, guide: Guide): Written {
  return segment(
    'GS',
    guide.group,
    sendableWords(envelope.groupSender ?? envelope.sender.id, partnerLength),
    sendableWords(envelope.groupReceiver ?? envelope.receiver.id, partnerLength),
    dateText(envelope.createdAt),
    timeText(envelope.createdAt),
    String(envelope.groupControlNumber),
    'X',
    guide.version,
  );
}

function transaction(body: readonly Written[], place: number, guide: Guide): Written[] {
  const controlNumber = String(place + 1).padStart(4, '0');
  return [segment('ST', guide.transaction, controlNumber, guide.version), ...body, segment('SE', String(body.length + 2), controlNumber)];
}

/** One interchange with one group: every count and closing number computed. Each segment stands on its own line. */
export function writeInterchange(envelope: Envelope, guide: Guide, bodies: readonly (readonly Written[])[]): string {
  const lines = [
    isa(envelope),
    gs(envelope, guide),
    ...bodies.flatMap((body, place) => transaction(body, place, guide)),
    segment('GE', String(bodies.length), String(envelope.groupControlNumber)),
    segment('IEA', '1', interchangeNumber(envelope)),
  ];
  return lines.map((text) => `${text}${ourSeparators.segment}\n`).join('');
}

function groupSegments(group: FunctionalGroup) {
  return [group.header, ...group.transactions.flatMap((one) => [one.header, ...one.body, one.trailer]), group.trailer];
}

/** Interchanges as they were read, with their own separators, a segment to a line: what we wrote comes back byte for byte. */
export function printInterchanges(interchanges: readonly Interchange[]): string {
  return interchanges
    .flatMap(({ header, acknowledgements, groups, trailer }) => [header, ...acknowledgements, ...groups.flatMap(groupSegments), trailer])
    .map((read) => `${segmentText(read)}${read.separators.segment}\n`)
    .join('');
}
