import type { Decision, Judged } from '#server/privacy/index.ts';
import type { Lane } from '../lanes/lane.ts';
import type { CoverFacts, PacketRecord } from './packet.ts';
import { writtenDay, writtenMoment, writtenPhone } from './written-words.rules.ts';

/** All that a packet prints. Nothing else decides its bytes. */
export interface PacketPages {
  readonly number: number;
  readonly preparedAt: Temporal.Instant;
  readonly cover: CoverFacts;
  readonly recipient: Judged['recipient'];
  readonly lane: Lane;
  readonly period: string;
  readonly decision: Decision;
  readonly notice: string | null;
  readonly scopes: readonly string[];
  readonly disagreements: readonly string[];
  readonly records: readonly PacketRecord[];
}

const text = (words: string, more: object = {}) => ({ text: words, margin: [0, 0, 0, 4], ...more });
const heading = (words: string) => ({ text: words, bold: true, fontSize: 12, margin: [0, 10, 0, 4] });

/** The name of a packet before the number of each page. */
export const batesOf = (number: number): string => `MOOR${String(number).padStart(7, '0')}`;

/** What of the records goes: those that were decided to, without what tells of those that stay (42 CFR 2.13(a)). */
export function goingOf(records: readonly PacketRecord[], { released, redactions }: Decision): PacketRecord[] {
  const going = new Set(released);
  return records
    .filter(({ facts }) => going.has(facts.id))
    .map((record) => {
      const staying = new Set(redactions.filter(({ recordId }) => recordId === record.facts.id).map(({ of }) => of));
      const mentions = record.mentions.filter(({ recordId }) => !staying.has(recordId));
      return staying.size === 0 ? record : { ...record, mentions };
    });
}

function coverPage(pages: PacketPages): object[] {
  const { cover, recipient, lane, decision } = pages;
  const rows: readonly (readonly [string, string])[] = [
    ['From', `${cover.organisation}, ${cover.organisationAddress}, telephone ${writtenPhone(cover.phone)}`],
    ['To', [recipient.name, recipient.address].filter(Boolean).join(', ')],
    ['Patient', `${cover.patient}, born ${writtenDay(cover.birthDate.toString())}, record ${cover.mrn}`],
    ['Purpose', lane.name],
    ['Period', pages.period],
    ['Basis', `${decision.says} (${decision.citation})`],
    ['Prepared', writtenMoment(pages.preparedAt, cover.timeZone)],
    ['Packet', batesOf(pages.number)],
  ];
  return [
    { text: 'Disclosure of health records', style: 'title' },
    { table: { widths: [70, '*'], body: rows.map(([label, words]) => [{ text: label, bold: true }, words]) }, layout: 'noBorders' },
    ...(pages.notice ? [heading('Notice to the recipient'), text(pages.notice)] : []),
    ...(pages.scopes.length > 0 ? [heading('The consent on which this rests'), ...pages.scopes.map((scope) => text(scope))] : []),
  ];
}

function recordBlock(record: PacketRecord, index: number): object {
  const label = record.facts.part2 === 'no' ? [] : [text('Protected by 42 CFR part 2. Labels: R, 42CFRPart2, NORDSCLCD.', { fontSize: 9, bold: true })];
  return {
    stack: [
      text(`${index + 1}. ${writtenDay(record.day)} ${record.title}`, { bold: true, fontSize: 12 }),
      ...label,
      ...record.about.map((line) => text(line, { fontSize: 9 })),
      ...record.sections.flatMap((section) => [text(section.label, { bold: true }), text(section.text)]),
      ...(record.mentions.length > 0 ? [text(`Diagnoses in it: ${record.mentions.map((one) => one.text).join('; ')}`, { fontSize: 10 })] : []),
    ],
    margin: [0, 0, 0, 10],
  };
}

/** The pages of a packet in their order: cover with notice and consent, contents, records, statements of disagreement. */
export function contentOf(pages: PacketPages): object[] {
  return [
    ...coverPage(pages),
    heading('Contents'),
    { ol: pages.records.map(({ day, title }) => `${writtenDay(day)} ${title}`) },
    { text: 'Records', style: 'title', pageBreak: 'before' },
    ...pages.records.map(recordBlock),
    ...(pages.disagreements.length > 0 ? [heading('Statement of disagreement by the patient'), ...pages.disagreements.map((words) => text(words))] : []),
  ];
}
