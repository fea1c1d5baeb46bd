import type { Tx } from '#server/platform/index.ts';
import { partyOf } from '#server/privacy/index.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketRow } from './packet.ts';
import { packetOf } from './packets.store.ts';
import { laneOf } from './rehearse.ts';

/** A packet with the name of who receives it. */
export async function withRecipient(tx: Tx, packet: PacketRow) {
  const { id, patientId, partyId, number, lane, state, channel, says, sha256, pages, preparedAt, releasedAt, fileId } = packet;
  const recipientName = partyId === patientId ? 'The patient' : (await partyOf(tx, partyId)).name;
  const about = { recipientName, number: batesOf(number), lane: laneOf(lane).name, hasFile: fileId !== null };
  return { id, patientId, ...about, state, channel, says, sha256, pages, preparedAt, releasedAt };
}

/** A packet as it stands after a change. */
export async function shownPacket(tx: Tx, id: string) {
  return withRecipient(tx, await packetOf(tx, id, 'nothing'));
}
