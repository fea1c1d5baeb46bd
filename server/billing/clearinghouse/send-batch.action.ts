import { action, files, Unavailable, type Tx } from '#server/platform/index.ts';
import { requireAgreement } from '#server/privacy/index.ts';
import type { Hold } from '../charges/charge.ts';
import { releaseBatch } from '../claims/claim-release.action.ts';
import { submitClaims } from '../claims/submit-claims.action.ts';
import { stateAfter } from '../claims/claim-state.rules.ts';
import { chargesGivenBack, holdCharges, insertEvents, lockOfBatch, updateClaims } from '../claims/claims.store.ts';
import { connection, lockQueued, markBatch, noteContact, type BatchRow } from './clearinghouse.store.ts';
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

/** Takes a file back before it left: claims that may not go give their charges back, and the others go into a new file. */
async function withdraw(tx: Tx, batch: BatchRow, staying: ReadonlyMap<string, Hold>): Promise<void> {
  const claims = await lockOfBatch(tx, batch.id);
  const stopped = claims.filter(({ id }) => staying.has(id));
  const going = claims.filter(({ id }) => !staying.has(id));
  await updateClaims(
    tx,
    claims.map(({ id }) => ({ id, state: staying.has(id) ? 'rejected' : 'built' })),
  );
  await insertEvents(
    tx,
    stopped.map((claim) => ({
      claimId: claim.id,
      patientId: claim.patientId,
      programId: claim.programId,
      kind: 'withdrawn',
      says: `Taken back before it was sent. ${staying.get(claim.id)?.says ?? ''}`,
    })),
  );
  await holdCharges(
    tx,
    stopped.flatMap((claim) => chargesGivenBack(claim).map((chargeId) => ({ chargeId, holds: [staying.get(claim.id)].filter((hold) => hold !== undefined) }))),
  );
  await markBatch(tx, batch.id, { state: 'rejected', trouble: null });
  if (going.length > 0) await submitClaims.within(tx, { claimIds: going.map(({ id }) => id) });
  tx.touch({ kind: 'batch', id: batch.id, patientId: stopped.map(({ patientId }) => patientId), fields: ['withdrawn'] });
}

/**
 * Sends a batch that waits, and notes it, under a lock on the batch. Bytes and name were fixed when the batch was made, so that a repeat
 * after a crash sends the same file again or finds it delivered. Throws `Unavailable` when it cannot be sent now.
 * Whether its claims may go is decided again at this moment, and holds until the commit.
 */
export const sendBatch = action('claim.send', async (tx, { batchId }: { batchId: string }) => {
  const batch = await lockQueued(tx, batchId);
  if (!batch) return;
  const link = await connection(tx);
  if (!link) throw new Unavailable('clearinghouse', 'No clearinghouse is set up.');
  await requireAgreement(tx, 'clearinghouse');
  const staying = await releaseBatch(tx, batch.id);
  if (staying.size > 0) return withdraw(tx, batch, staying);
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
