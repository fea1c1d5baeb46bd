import { action, Refused, type Tx } from '#server/platform/index.ts';
import { partyOf } from '#server/privacy/index.ts';
import { keepReleased, letGo, stop } from './let-go.ts';
import type { PacketChannel, PacketRow } from './packet.ts';
import { packetOf, updatePacket } from './packets.store.ts';
import { shownPacket } from './shown-packet.ts';

async function queue(tx: Tx, packet: PacketRow, channel: 'mail' | 'fax'): Promise<void> {
  const { email, fax } = packet.partyId === packet.patientId ? { email: null, fax: null } : await partyOf(tx, packet.partyId);
  if (!(channel === 'mail' ? email : fax))
    throw new Refused('packet.no-address', {
      code: 'packet.no-address',
      says: `There is no ${channel === 'mail' ? 'mail address' : 'fax number'} of this recipient. Add it, or print the packet.`,
      at: 'channel',
    });
  await updatePacket(tx, packet.id, { state: 'queued', channel, releasedBy: tx.actor.id });
  await tx.enqueue('disclosures.send', { packetId: packet.id }, { key: `packet-${packet.id}` });
}

async function handOut(tx: Tx, packet: PacketRow, channel: PacketChannel): Promise<void> {
  const outcome = await letGo(tx, packet, channel);
  if ('says' in outcome) await stop(tx, packet, outcome.says);
  else await keepReleased(tx, packet, channel, outcome);
}

function refuseUnlessOpen({ state }: PacketRow, open: readonly PacketRow['state'][]): void {
  if (open.includes(state)) return;
  throw new Refused('packet.not-open', { code: 'packet.not-open', says: 'This packet was released, queued or stopped before. Rehearse a new one.' }, 409);
}

/**
 * Releases a rehearsed packet: decides again, accounts for it and keeps the pages in one transaction. What goes by mail or fax is queued, and decided
 * when it is sent. A packet that may no longer go is stopped, with the reason.
 */
export const releasePacket = action('packet.release', async (tx, { packetId, channel }: { packetId: string; channel: PacketChannel }) => {
  const packet = await packetOf(tx, packetId);
  refuseUnlessOpen(packet, ['prepared']);
  tx.touch({ kind: 'packet', id: packetId, patientId: packet.patientId, programId: packet.programId, fields: ['state'] });
  if (channel === 'mail' || channel === 'fax') await queue(tx, packet, channel);
  else await handOut(tx, packet, channel);
  return shownPacket(tx, packetId);
});

/** Stops a packet that has not left. */
export const stopPacket = action('packet.stop', async (tx, { packetId, reason }: { packetId: string; reason: string }) => {
  const packet = await packetOf(tx, packetId);
  refuseUnlessOpen(packet, ['prepared', 'queued']);
  await stop(tx, packet, reason);
  return shownPacket(tx, packetId);
});
