import { createHash } from 'node:crypto';
import { NotFound, openAttachments, printPdf, Refused, type PrintedDocument, type Tx } from '#server/platform/index.ts';
import { isReleased, readingToRelease, type Judged, type ReleaseRequest } from '#server/privacy/index.ts';
import { circumstancesOf } from '../lanes/lanes.rules.ts';
import { lanes, type Lane } from '../lanes/lane.ts';
import { scopeOf } from './consent-scope.rules.ts';
import { batesOf, contentOf, goingOf } from './packet-pages.rules.ts';
import { classNames, type CoverFacts, type PacketChannel, type PacketRecord, type PacketRow } from './packet.ts';
import type { Wanted } from './provenance.store.ts';
import { coverOf, disagreementsOf, recordsFor } from './records.store.ts';
import { writtenDay } from './written-words.rules.ts';

/** What of a packet decides what goes. */
export type PacketAsked = Pick<PacketRow, 'number' | 'patientId' | 'partyId' | 'lane' | 'facts' | 'classes' | 'periodFrom' | 'periodTo' | 'preparedAt'> & {
  readonly recordIds?: readonly string[];
};

/** The records of a packet and the words of its cover, read within the actor's reach. */
export interface Gathered {
  readonly records: readonly PacketRecord[];
  readonly cover: CoverFacts;
  readonly disagreements: readonly string[];
}

/** The lane of a packet. Throws `NotFound`. */
export function laneOf(code: string): Lane {
  const lane = lanes.find((one) => one.code === code);
  if (!lane) throw new NotFound('Lane');
  return lane;
}

/** Reads what the packet is about. Throws `NotFound` for a patient out of reach, in the same words as for none. */
export function gather(tx: Tx, { patientId, classes, periodFrom, periodTo, recordIds }: PacketAsked): Promise<Gathered> {
  const wanted: Wanted = { patientId, classes, from: periodFrom, to: periodTo, ...(recordIds ? { ids: recordIds } : {}) };
  return readingToRelease(tx, async () => {
    const cover = await coverOf(tx, patientId);
    if (!cover) throw new NotFound('Patient');
    const records = await recordsFor(tx, wanted);
    const programIds = records.flatMap(({ facts }) => facts.programId ?? []);
    return { cover, records, disagreements: await disagreementsOf(tx, patientId, programIds) };
  });
}

/** The packet as a request to the gate. */
export function requestOf(asked: PacketAsked, records: readonly PacketRecord[], channel: PacketChannel): ReleaseRequest {
  const lane = laneOf(asked.lane);
  return {
    patientId: asked.patientId,
    partyId: asked.partyId,
    purpose: lane.purpose,
    channel,
    what: `${lane.name}: ${records.length} records (${[...new Set(records.map(({ facts }) => classNames[facts.class] ?? facts.class))].join(', ')}), packet ${batesOf(asked.number)}`,
    records: records.map(({ facts }) => facts),
    circumstances: circumstancesOf(lane, asked.facts, { partyId: asked.partyId, now: asked.preparedAt }),
  };
}

/** A printed packet. */
export interface Printed {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly pages: number;
  /** Documents whose file is damaged: a page in their place says so. */
  readonly unreadable: readonly string[];
}

function periodOf({ periodFrom, periodTo }: PacketAsked): string {
  return periodFrom || periodTo
    ? `${periodFrom ? writtenDay(periodFrom.toString()) : 'the beginning'} to ${periodTo ? writtenDay(periodTo.toString()) : 'the day of preparation'}`
    : 'the whole record';
}

/** The pages of a packet before they are set: a function of packet, records and decision alone. */
export function documentOf(asked: PacketAsked, { records, cover, disagreements }: Gathered, judged: Judged): PrintedDocument {
  const { decision } = judged;
  const owesScope = decision.obligations.includes('consent-copy');
  return {
    title: `Packet ${batesOf(asked.number)}`,
    language: 'en',
    content: contentOf({
      number: asked.number,
      preparedAt: asked.preparedAt,
      cover,
      recipient: judged.recipient,
      lane: laneOf(asked.lane),
      period: periodOf(asked),
      decision,
      notice: judged.notice?.text ?? null,
      scopes: owesScope ? judged.consents.map((consent) => scopeOf(consent, judged.facts.timeZone)) : [],
      disagreements,
      records: goingOf(records, decision),
    }),
    foot: (page, all) => `${batesOf(asked.number)}-${String(page).padStart(4, '0')} · Page ${page} of ${all}`,
  };
}

/** Prints exactly what was decided. The same packet, records and decision give the same bytes, in a rehearsal as in a release. */
export async function printPacket(asked: PacketAsked, gathered: Gathered, judged: Judged): Promise<Printed> {
  if (!isReleased(judged)) throw new Refused('packet.nothing-goes', { code: 'packet.nothing-goes', says: judged.decision.says });
  const attached = await openAttachments(goingOf(gathered.records, judged.decision).flatMap(({ pages }) => pages ?? []));
  const { foot, ...document } = documentOf(asked, gathered, judged);
  let pages = 1;
  const counting = (page: number, all: number) => {
    pages = all + attached.pages;
    return foot(page, pages);
  };
  const printed = await printPdf({ ...document, foot: counting });
  const bytes = attached.pages === 0 ? printed : await attached.join(printed, (page) => foot(page, pages));
  return { bytes, pages, unreadable: attached.unreadable, sha256: createHash('sha256').update(bytes).digest('hex') };
}
