import { files, type Tx } from '#server/platform/index.ts';
import { isReleased, judgeReleases, release, type Release } from '#server/privacy/index.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketChannel, PacketRow } from './packet.ts';
import { updatePacket } from './packets.store.ts';
import { gather, printPacket, requestOf, type Printed } from './rehearse.ts';

/** What came of the release of one packet: the pages that may go, or why nothing does. */
export type Outcome = { readonly release: Release; readonly printed: Printed } | { readonly says: string };

const changed = 'Something changed since the rehearsal: a consent, a record or the recipient. Rehearse it again, look, and release that.';

/**
 * Decides and prints again at this moment, holding the consents until the commit, and accounts for it. Other bytes than those rehearsed do not go:
 * somebody has to look at them first. A refusal is kept as a decision and accounts for nothing.
 */
export async function letGo(tx: Tx, packet: PacketRow, channel: PacketChannel): Promise<Outcome> {
  const gathered = await gather(tx, packet);
  const request = requestOf(packet, gathered.records, channel);
  const [judged] = await judgeReleases(tx, [request], { hold: true });
  if (!judged) return { says: changed };
  if (!isReleased(judged)) return { says: (await release(tx, request)).decision.says };
  const printed = await printPacket(packet, gathered, judged);
  return printed.sha256 === packet.sha256 ? { release: await release(tx, request), printed } : { says: changed };
}

/** Keeps a packet as gone: its pages, sealed, beside the row of the accounting. */
export async function keepReleased(tx: Tx, packet: PacketRow, channel: PacketChannel, { release: gone, printed }: { release: Release; printed: Printed }): Promise<void> {
  const fileId = await files.put(tx, {
    bytes: printed.bytes,
    name: `${batesOf(packet.number)}.pdf`,
    contentType: 'application/pdf',
    permission: 'disclosure.release',
    patientId: packet.patientId,
    programId: packet.programId,
  });
  const releasedBy = packet.releasedBy ?? tx.actor.id;
  await updatePacket(tx, packet.id, { state: 'released', channel, fileId, disclosureId: gone.disclosureId, releasedAt: tx.now, releasedBy });
}

/** Stops a packet for good, with the reason. */
export async function stop(tx: Tx, packet: PacketRow, says: string): Promise<void> {
  await updatePacket(tx, packet.id, { state: 'stopped', says });
  tx.touch({ kind: 'packet', id: packet.id, patientId: packet.patientId, programId: packet.programId, fields: ['stopped'] });
}
