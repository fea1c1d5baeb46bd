import { action, handOver, type Tx } from '#server/platform/index.ts';
import { isReleased, judgeReleases, partyOf, requireAgreement } from '#server/privacy/index.ts';
import { keepReleased, letGo, stop } from './let-go.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketRow } from './packet.ts';
import { packetOf, queuedOf } from './packets.store.ts';
import { gather, requestOf } from './rehearse.ts';

function letterTo(tx: Tx, packet: PacketRow, address: { email: string | null; fax: string | null }): { to: string; subject: string } {
  const to = packet.channel === 'fax' ? `${address.fax ?? ''}@${tx.config.MOORING_FAX_DOMAIN}` : (address.email ?? '');
  // The subject reveals no kind of clinic and no patient.
  return { to, subject: `Records ${batesOf(packet.number)}` };
}

/**
 * Sends a queued packet: the decision of this moment, the accounting and the sending are one transaction that holds the consents until its end.
 * A revocation that was committed before stops it; one that comes meanwhile waits until it has left. A commit that fails after the mail server took the
 * letter is tried again under the same message id.
 */
export const sendPacket = action('packet.send', async (tx, { packetId }: { packetId: string }) => {
  const packet = await packetOf(tx, packetId);
  if (packet.state !== 'queued' || (packet.channel !== 'mail' && packet.channel !== 'fax')) return;
  await requireAgreement(tx, packet.channel);
  const outcome = await letGo(tx, packet, packet.channel);
  if ('says' in outcome) return stop(tx, packet, outcome.says);
  await keepReleased(tx, packet, packet.channel, outcome);
  const { to, subject } = letterTo(tx, packet, await partyOf(tx, packet.partyId));
  const attachment = { name: `${batesOf(packet.number)}.pdf`, contentType: 'application/pdf', bytes: outcome.printed.bytes };
  await handOver(tx.config, { id: packet.id, to, subject, text: 'The records that were asked for are attached. They are confidential.', attachments: [attachment] });
});

/** Stops what waits for a patient and may no longer go. */
export const stopQueued = action('packet.stop-queued', async (tx, { patientId }: { patientId: string }) => {
  for (const { id } of await queuedOf(tx, patientId)) {
    const packet = await packetOf(tx, id);
    const { records } = await gather(tx, packet);
    const [judged] = await judgeReleases(tx, [requestOf(packet, records, packet.channel ?? 'mail')], { hold: true });
    if (packet.state === 'queued' && (!judged || !isReleased(judged))) await stop(tx, packet, judged?.decision.says ?? 'Nothing may go.');
  }
});
