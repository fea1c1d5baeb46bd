import { action, files, handOver, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { isReleased, judgeReleases, partyOf, release, requireAgreement, type Release } from '#server/privacy/index.ts';
import { batesOf } from './packet-pages.rules.ts';
import type { PacketChannel, PacketRow } from './packet.ts';
import { packetOf, packetsOf, queuedOf, updatePacket } from './packets.store.ts';
import { gather, laneOf, printPacket, requestOf, type Printed } from './rehearse.ts';

const sent = new Set<PacketChannel>(['mail', 'fax']);

/** What came of the release of one packet: the pages that may go, or why nothing does. */
type Outcome = { readonly release: Release; readonly printed: Printed } | { readonly says: string };

/** Decides and prints again at this moment. Other bytes than those rehearsed do not go: somebody has to look at them first. */
async function letGo(tx: Tx, packet: PacketRow, channel: PacketChannel): Promise<Outcome> {
  const gathered = await gather(tx, packet);
  const request = requestOf(packet, gathered.records, channel);
  const [judged] = await judgeReleases(tx, [request], { hold: true });
  if (!judged || !isReleased(judged)) return { says: judged?.decision.says ?? 'Nothing may go.' };
  const printed = await printPacket(packet, gathered, judged);
  if (printed.sha256 !== packet.sha256)
    return { says: 'Something changed since the rehearsal: a consent, a record or the recipient. Rehearse it again, look, and release that.' };
  return { release: await release(tx, request), printed };
}

async function stop(tx: Tx, packet: PacketRow, says: string): Promise<void> {
  await updatePacket(tx, packet.id, { state: 'stopped', says });
  tx.touch({ kind: 'packet', id: packet.id, patientId: packet.patientId, programId: packet.programId, fields: ['stopped'] });
}

async function keepReleased(tx: Tx, packet: PacketRow, channel: PacketChannel, { release: gone, printed }: { release: Release; printed: Printed }): Promise<void> {
  const fileId = await files.put(tx, {
    bytes: printed.bytes,
    name: `${batesOf(packet.number)}.pdf`,
    contentType: 'application/pdf',
    permission: 'disclosure.release',
    patientId: packet.patientId,
    programId: packet.programId,
  });
  await updatePacket(tx, packet.id, { state: 'released', channel, fileId, disclosureId: gone.disclosureId, releasedAt: tx.now, releasedBy: tx.actor.id });
}

function replyOf(packet: PacketRow, recipientName: string) {
  const { id, number, lane, state, channel, says, sha256, pages, preparedAt, releasedAt, fileId } = packet;
  return { id, number: batesOf(number), recipientName, lane: laneOf(lane).name, state, channel, says, sha256, pages, preparedAt, releasedAt, hasFile: fileId !== null };
}

async function recipientOf(tx: Tx, { partyId, patientId }: PacketRow): Promise<string> {
  return partyId === patientId ? 'The patient' : (await partyOf(tx, partyId)).name;
}

async function readNow(tx: Tx, id: string) {
  const packet = await packetOf(tx, id, 'nothing');
  return replyOf(packet, await recipientOf(tx, packet));
}

async function queue(tx: Tx, packet: PacketRow, channel: 'mail' | 'fax'): Promise<void> {
  const { email, fax } = packet.partyId === packet.patientId ? { email: null, fax: null } : await partyOf(tx, packet.partyId);
  if (!(channel === 'mail' ? email : fax))
    throw new Refused('packet.no-address', {
      code: 'packet.no-address',
      says: `There is no ${channel === 'mail' ? 'mail address' : 'fax number'} of this recipient. Add it, or print the packet.`,
      at: 'channel',
    });
  await updatePacket(tx, packet.id, { state: 'queued', channel });
  await tx.enqueue('disclosures.send', { packetId: packet.id }, { key: `packet-${packet.id}` });
}

/**
 * Releases a rehearsed packet: decides again, accounts for it and keeps the pages in one transaction. What goes by mail or fax is queued, and decided
 * once more when it is sent. A packet that may no longer go is stopped, with the reason.
 */
export const releasePacket = action('packet.release', async (tx, { packetId, channel }: { packetId: string; channel: PacketChannel }) => {
  const packet = await packetOf(tx, packetId);
  if (packet.state !== 'prepared')
    throw new Refused('packet.not-open', { code: 'packet.not-open', says: 'This packet was released, queued or stopped before. Rehearse a new one.' }, 409);
  tx.touch({ kind: 'packet', id: packetId, patientId: packet.patientId, programId: packet.programId, fields: ['state'] });
  if (sent.has(channel)) await queue(tx, packet, channel as 'mail' | 'fax');
  else {
    const outcome = await letGo(tx, packet, channel);
    if ('says' in outcome) await stop(tx, packet, outcome.says);
    else await keepReleased(tx, packet, channel, outcome);
  }
  return readNow(tx, packetId);
});

function letterTo(tx: Tx, packet: PacketRow, address: { email: string | null; fax: string | null }): { to: string; subject: string } {
  const to = packet.channel === 'fax' ? `${address.fax ?? ''}@${tx.config.MOORING_FAX_DOMAIN}` : (address.email ?? '');
  // The subject reveals no kind of clinic and no patient.
  return { to, subject: `Records ${batesOf(packet.number)}` };
}

/**
 * Sends a queued packet: the decision of this moment, the accounting and the sending are one transaction that holds the consents until its end.
 * A revocation that was committed before stops it; one that comes meanwhile waits until it has left.
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

/** Packets of a patient, with what became of them. */
export const listPackets = action('packet.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'packet', patientId });
  const items = [];
  for (const packet of await packetsOf(tx, patientId)) items.push(replyOf(packet, await recipientOf(tx, packet)));
  return { items };
});

/** The pages that were released, to print or hand over: they were accounted for. Throws `NotFound` for what was not released. */
export const downloadPacket = action('packet.download', async (tx, { packetId }: { packetId: string }) => {
  const packet = await packetOf(tx, packetId, 'nothing');
  if (packet.state !== 'released' || !packet.fileId) throw new NotFound('Packet');
  const { bytes, name, contentType } = await files.get(tx, packet.fileId);
  tx.touch({ kind: 'packet', id: packetId, patientId: packet.patientId, programId: packet.programId });
  return { contentType, fileName: name, body: bytes, inline: true };
});

/** What is told to anybody outside who asks about somebody: the same words for patients and for everybody else (42 CFR 2.13(c)(2)). Nothing is looked up. */
export const answerOutsider = action(
  'outsider.answer',
  (_tx: Tx, _asked: { asker: string; about: string }) =>
    Promise.resolve({
      says: 'Federal law does not let us say whether anyone is or was a patient here. Whoever has a written consent or a court order may send it to us.',
    }),
  { purpose: 'HOPERAT' },
);
