import { createHash } from 'node:crypto';
import { action, files, newId, NotFound, Refused, type Tx, type Upload } from '#server/platform/index.ts';
import { remittanceById } from '../remittances/remittances.store.ts';
import { firstOfBytes, inboundById, insertInbound, markSeen, quarantine, recentInbound, unseenAmong, waitForSameBytes, type RemoteMark } from './inbound-files.store.ts';

interface FileThatCame {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Kept {
  readonly fileId: string;
  readonly state: 'received' | 'duplicate';
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function keepFile(tx: Tx, { name, bytes }: FileThatCame): Promise<Kept> {
  const sha256 = digestOf(bytes);
  await waitForSameBytes(tx, sha256);
  const first = await firstOfBytes(tx, sha256);
  const id = newId<'InboundFile'>();
  const fileId = first?.fileId ?? (await files.put(tx, { bytes, name, contentType: 'application/edi-x12', permission: 'claim.read' }));
  const reason = first ? `The same bytes came before as ${first.name}, on ${first.receivedAt.toString().slice(0, 10)}. Nothing was done again.` : null;
  const state = first ? 'duplicate' : 'received';
  await insertInbound(tx, { id, name, sha256, size: bytes.length, kind: 'unread', state, reason, fileId, receivedAt: tx.now });
  if (!first) await tx.enqueue('billing.work-inbound-file', { inboundFileId: id });
  tx.touch({ kind: 'inbound-file', id, fields: [state] });
  return { fileId: id, state };
}

/** Keeps a file as it lay at the clearinghouse and queues its working. The same bytes are kept once and worked once; a repeat is noted as a duplicate. */
export const receiveFile = action('inbound-file.receive', async (tx, { bytes, remote }: { readonly bytes: Uint8Array; readonly remote: RemoteMark }): Promise<void> => {
  await waitForSameBytes(tx, digestOf(bytes));
  // Another round may have fetched it since the folder was read.
  if ((await unseenAmong(tx, [remote])).length === 0) return;
  const { fileId } = await keepFile(tx, { name: remote.name, bytes });
  await markSeen(tx, remote, fileId);
});

/** Takes a file by hand: a remittance or an acknowledgement downloaded from a payer's site. */
export const uploadFile = action('inbound-file.upload', (tx, { file }: Upload) => keepFile(tx, { name: file.name, bytes: file.bytes }), { purpose: 'HPAYMT' });

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
