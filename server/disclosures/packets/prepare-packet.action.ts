import type { z } from 'zod';
import { action, NotFound, newId, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { isReleased, judgeReleases, obligationWords, partyOf, reasons, type Judged } from '#server/privacy/index.ts';
import { obstaclesOfLane } from '../lanes/lanes.rules.ts';
import { consentName, scopeOf } from './consent-scope.rules.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketRecord } from './packet.ts';
import type { PreparePacket } from './packets.contract.ts';
import { insertPacket, nextNumber } from './packets.store.ts';
import { gather, laneOf, printPacket, requestOf, type PacketAsked, type Printed } from './rehearse.ts';

const lineOf = ({ facts, day, title }: PacketRecord) => ({ id: facts.id, class: facts.class, day, title });

/** Decision and contents for who may know of the records: they were read within the actor's own reach. */
function shown(records: readonly PacketRecord[], { decision, facts: { consents, timeZone } }: Judged) {
  const going = new Set(decision.released);
  const why = new Map(decision.withheld.map((one) => [one.recordId, one]));
  const named = new Map(consents.map((consent) => [consent.id, consentName(consent, timeZone)]));
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    citation: decision.citation,
    says: decision.says,
    mustDo: decision.obligations.map((code) => obligationWords[code]),
    consents: consents.filter(({ id }) => decision.restsOn.includes(id)).map((consent) => ({ id: consent.id, says: scopeOf(consent, timeZone) })),
    released: records.filter(({ facts }) => going.has(facts.id)).map(lineOf),
    withheld: records.flatMap((record) => {
      const one = why.get(record.facts.id);
      return one
        ? [{ ...lineOf(record), reason: one.reason, citation: one.citation, says: reasons[one.reason].says, consent: named.get(one.consentId ?? '') ?? null }]
        : [];
    }),
  };
}

function provenance(records: readonly PacketRecord[]): { programId: string; labels: string[] } {
  const first = records.find(({ facts }) => facts.part2 !== 'no') ?? records[0];
  return { programId: first?.facts.programId ?? '', labels: [...new Set(records.flatMap(({ facts }) => facts.labels))] };
}

async function keep(tx: Tx, asked: PacketAsked, records: readonly PacketRecord[], { sha256, pages }: Printed): Promise<string> {
  const id = newId<'Packet'>();
  await insertPacket(tx, {
    id,
    ...asked,
    ...provenance(records),
    recordIds: records.map(({ facts }) => facts.id),
    channel: null,
    state: 'prepared',
    says: '',
    sha256,
    pages,
    fileId: null,
    disclosureId: null,
    preparedBy: tx.actor.id ?? '',
    releasedAt: null,
    releasedBy: null,
  });
  return id;
}

const pagesOf = (printed: Printed | undefined) =>
  printed ? { sha256: printed.sha256, pages: printed.pages, unreadable: [...printed.unreadable] } : { sha256: null, pages: null, unreadable: [] };

/** Rehearses a release: what would go to this recipient at this moment, and why the rest stays. Keeps the packet when something would go. */
export const preparePacket = action('packet.prepare', async (tx, { periodFrom, periodTo, ...given }: z.output<typeof PreparePacket>) => {
  refuseIf(obstaclesOfLane(laneOf(given.lane), given.facts));
  if (given.partyId !== given.patientId) await partyOf(tx, given.partyId);
  const day = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);
  const asked: PacketAsked = { ...given, number: await nextNumber(tx), periodFrom: day(periodFrom), periodTo: day(periodTo), preparedAt: tx.now };
  const gathered = await gather(tx, asked);
  // Who reads a record by a grant may not pass it on: releasing is for those who work where it was made.
  const records = gathered.records.filter(({ facts }) => tx.actor.programIds.includes(facts.programId ?? ''));
  if (records.length === 0)
    throw new Refused('packet.empty', {
      code: 'packet.empty',
      says: 'There is no such record in this period that you may release. Choose other kinds or another period.',
    });
  const [judged] = await judgeReleases(tx, [requestOf(asked, records, 'print')], { hold: false });
  if (!judged) throw new NotFound('Patient');
  const printed = isReleased(judged) ? await printPacket(asked, { ...gathered, records }, judged) : undefined;
  const packetId = printed ? await keep(tx, asked, records, printed) : null;
  tx.touch({ kind: 'packet', id: packetId ?? undefined, patientId: given.patientId, details: { outcome: judged.decision.outcome, reason: judged.decision.reason } });
  return {
    packetId,
    number: printed ? batesOf(asked.number) : null,
    ...shown(records, judged),
    ...pagesOf(printed),
  };
});
