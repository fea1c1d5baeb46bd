import { action, files, Unavailable } from '#server/platform/index.ts';
import { stateAfter } from '../claims/claim-state.rules.ts';
import { insertEvents, lockOfBatch, updateClaims } from '../claims/claims.store.ts';
import { connection, lockQueued, markBatch, noteContact } from './clearinghouse.store.ts';
import { addressOf } from './keep-connection.action.ts';
import { clearinghouseFailed, overSftp, type SftpLink } from './sftp-link.ts';

/** Whether the file lies there already, byte for byte: a crash between sending and noting it leaves it so. */
async function isDelivered(link: SftpLink, path: string, bytes: Buffer): Promise<boolean> {
  const found = await link.find(path);
  if (!found) return false;
  if (found.size === bytes.length && bytes.equals(await link.read(path))) return true;
  throw clearinghouseFailed(`another file named ${path} lies there already`);
}

/** Writes beside the target, checks the size, renames: the clearinghouse never picks up half a file. */
async function deliver(link: SftpLink, path: string, bytes: Buffer): Promise<void> {
  if (await isDelivered(link, path, bytes)) return;
  const part = `${path}.part`;
  await link.write(part, bytes);
  const written = await link.find(part);
  if (written?.size !== bytes.length) throw clearinghouseFailed(`only ${written?.size ?? 0} of ${bytes.length} bytes arrived`);
  await link.rename(part, path);
}

/**
 * Sends a batch that waits, and notes it, under a lock on the batch. Bytes and name were fixed when the batch was made, so that a repeat
 * after a crash sends the same file again or finds it delivered. Throws `Unavailable` when it cannot be sent now.
 */
export const sendBatch = action('claim.send', async (tx, { batchId }: { batchId: string }) => {
  const batch = await lockQueued(tx, batchId);
  if (!batch) return;
  const link = await connection(tx);
  if (!link) throw new Unavailable('clearinghouse', 'No clearinghouse is set up.');
  const { bytes } = await files.get(tx, batch.fileId);
  await overSftp(addressOf(tx, link), (open) => deliver(open, `${link.inboundFolder}/${batch.fileName}`, Buffer.from(bytes)));
  await markBatch(tx, batch.id, { state: 'sent', sentAt: tx.now, trouble: null });
  await noteContact(tx, null);
  const claims = await lockOfBatch(tx, batch.id);
  await updateClaims(
    tx,
    claims.map(({ id, state }) => ({ id, state: stateAfter(state, 'sent') })),
  );
  await insertEvents(
    tx,
    claims.map((claim) => ({
      claimId: claim.id,
      patientId: claim.patientId,
      programId: claim.programId,
      kind: 'sent',
      says: `Sent to ${link.receiverName} in ${batch.fileName}`,
      sourceFileId: batch.fileId,
    })),
  );
  tx.touch({ kind: 'batch', id: batch.id, patientId: claims.map(({ patientId }) => patientId), fields: ['sent'] });
});
