import { createHash } from 'node:crypto';
import { action, files, newId, NotFound, Refused, type Upload } from '#server/platform/index.ts';
import { remittanceById } from '../remittances/remittances.store.ts';
import { firstOfBytes, inboundById, insertInbound, markSeen, quarantine, recentInbound, type RemoteMark } from './inbound-files.store.ts';

interface FileThatCame {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How it lay on the clearinghouse's server, when it came from there. */
  readonly remote?: RemoteMark;
}

/** Keeps a file as it came and queues its working. The same bytes are kept once and worked once; a repeat is noted as a duplicate. */
export const receiveFile = action(
  'inbound-file.receive',
  async (tx, { name, bytes, remote }: FileThatCame): Promise<{ fileId: string; state: 'received' | 'duplicate' }> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const first = await firstOfBytes(tx, sha256);
    const id = newId<'InboundFile'>();
    const fileId = first?.fileId ?? (await files.put(tx, { bytes, name, contentType: 'application/edi-x12', permission: 'claim.read' }));
    const reason = first ? `The same bytes came before as ${first.name}, on ${first.receivedAt.toString().slice(0, 10)}. Nothing was done again.` : null;
    const state = first ? 'duplicate' : 'received';
    await insertInbound(tx, { id, name, sha256, size: bytes.length, kind: 'unread', state, reason, fileId, receivedAt: tx.now });
    if (remote) await markSeen(tx, remote, id);
    if (!first) await tx.enqueue('billing.work-inbound-file', { inboundFileId: id });
    tx.touch({ kind: 'inbound-file', id, fields: [state] });
    return { fileId: id, state };
  },
);

/** Takes a file by hand: a remittance or an acknowledgement downloaded from a payer's site. */
export const uploadFile = action('inbound-file.upload', (tx, { file }: Upload) => receiveFile.within(tx, { name: file.name, bytes: file.bytes }), { purpose: 'HPAYMT' });

/** Files that came, the newest first. */
export const listInbound = action('inbound-file.list', async (tx, { limit }: { limit: number }) => ({ items: await recentInbound(tx, limit) }), { purpose: 'HPAYMT' });

/** Everything from outside that waits for a person. */
export const readQuarantine = action('quarantine.read', (tx) => quarantine(tx), { purpose: 'HPAYMT' });

/** Tries a quarantined payment again, for instance after the remittance came that it refers to. Throws `Refused` when it is posted. */
export const retryPosting = action(
  'remittance.retry',
  async (tx, { remittanceId }: { remittanceId: string }) => {
    const remittance = await remittanceById(tx, remittanceId);
    if (!remittance || !(await inboundById(tx, remittance.inboundFileId))) throw new NotFound('Remittance');
    if (remittance.state === 'posted') throw new Refused('remittance.posted', { code: 'remittance.posted', says: 'This payment is posted already.' }, 409);
    await tx.enqueue('billing.retry-remittance', { remittanceId }, { key: `retry-${remittanceId}` });
    return { queued: true as const };
  },
  { purpose: 'HPAYMT' },
);
