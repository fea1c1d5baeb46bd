import { action, files, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { judgeReleases } from '#server/privacy/index.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketRow } from './packet.ts';
import { packetOf, packetsOf, packetsToWork } from './packets.store.ts';
import { gather, printPacket, requestOf, type Gathered } from './rehearse.ts';
import { withRecipient } from './shown-packet.ts';

/** Packets of a patient, with what became of them. */
export const listPackets = action('packet.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'packet', patientId });
  const items = [];
  for (const packet of await packetsOf(tx, patientId)) items.push(await withRecipient(tx, packet));
  return { items };
});

const daysShown = 30;

/** Packets that wait, were stopped or were left lying in the last month. */
export const listPacketWork = action('packet.list-work', async (tx) => {
  const items = [];
  for (const packet of await packetsToWork(tx, tx.now.subtract({ hours: 24 * daysShown })))
    items.push({ ...(await withRecipient(tx, packet)), patientName: packet.patientName });
  tx.touch({ kind: 'packet', patientId: items.map(({ patientId }) => patientId) });
  return { items };
});

/** The records of a packet, for who reaches every one of them. Throws `NotFound` for anybody else: a packet may hold records of several programs. */
async function wholly(tx: Tx, packet: PacketRow): Promise<Gathered> {
  const gathered = await gather(tx, packet);
  if (gathered.records.length < packet.recordIds.length) throw new NotFound('Packet');
  return gathered;
}

const inlinePdf = (packet: PacketRow, body: Uint8Array) => ({ contentType: 'application/pdf', fileName: `${batesOf(packet.number)}.pdf`, body, inline: true });

/** The pages as they were rehearsed, to look at before anything goes. Refused when they would no longer be the same. */
export const previewPacket = action('packet.preview', async (tx, { packetId }: { packetId: string }) => {
  const packet = await packetOf(tx, packetId, 'nothing');
  const gathered = await wholly(tx, packet);
  tx.touch({ kind: 'packet', id: packetId, patientId: packet.patientId, programId: packet.programId });
  const [judged] = await judgeReleases(tx, [requestOf(packet, gathered.records, 'print')], { hold: false });
  const printed = judged && (await printPacket(packet, gathered, judged));
  if (printed?.sha256 === packet.sha256) return inlinePdf(packet, printed.bytes);
  throw new Refused('packet.changed', { code: 'packet.changed', says: 'These pages would no longer be the same. Rehearse the release again.' }, 409);
});

/** The pages that were released, to print or hand over: they were accounted for. Throws `NotFound` for what was not released. */
export const downloadPacket = action('packet.download', async (tx, { packetId }: { packetId: string }) => {
  const packet = await packetOf(tx, packetId, 'nothing');
  if (packet.state !== 'released' || !packet.fileId) throw new NotFound('Packet');
  await wholly(tx, packet);
  const { bytes } = await files.get(tx, packet.fileId);
  tx.touch({ kind: 'packet', id: packetId, patientId: packet.patientId, programId: packet.programId });
  return inlinePdf(packet, bytes);
});
