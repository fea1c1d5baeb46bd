import { claimsPerBatch, writeProfessionalFile, type ProfessionalBatch } from '#server/formats/x12/index.ts';
import { action, files, newId, Refused, type Tx } from '#server/platform/index.ts';
import { connection, type Connection } from '../clearinghouse/clearinghouse.store.ts';
import { insertBatch } from './batches.store.ts';
import { buildClaims } from './build-claims.action.ts';
import { professionalClaim } from './claim-837p.rules.ts';
import { stateAfter } from './claim-state.rules.ts';
import { drawNumbers, insertEvents, lockBuilt, updateClaims, type ClaimRow } from './claims.store.ts';

const mostInAFile = 20_000;

function batchesOf(tx: Tx, { receiverId, receiverName, senderId }: Connection, claims: readonly ClaimRow[], reference: string): ProfessionalBatch[] {
  const billing = claims[0]?.facts.billing;
  const createdAt = tx.now.toZonedDateTimeISO('UTC').toPlainDateTime();
  const models = claims.map(({ number, facts }) => professionalClaim(number, facts));
  const starts = Array.from({ length: Math.ceil(models.length / claimsPerBatch) }, (_unused, index) => index * claimsPerBatch);
  return starts.map((start, index) => ({
    reference: index === 0 ? reference : `${reference}-${index + 1}`,
    createdAt,
    submitter: { name: billing?.name ?? '', id: senderId, contact: { name: 'BILLING OFFICE', phone: billing?.phone ?? '' } },
    receiver: { name: receiverName, id: receiverId },
    claims: models.slice(start, start + claimsPerBatch),
  }));
}

function fileText(tx: Tx, link: Connection, claims: readonly ClaimRow[], controlNumber: number, reference: string): string {
  return writeProfessionalFile({
    envelope: {
      sender: { qualifier: 'ZZ', id: link.senderId },
      receiver: { qualifier: 'ZZ', id: link.receiverId },
      controlNumber,
      groupControlNumber: controlNumber,
      createdAt: tx.now.toZonedDateTimeISO('UTC').toPlainDateTime(),
      usage: link.usage,
      wantsAcknowledgement: false,
    },
    batches: batchesOf(tx, link, claims, reference),
  });
}

/** Writes the file and everything that says so, in one transaction: what is committed will be sent, once. */
async function batch(tx: Tx, link: Connection, claims: readonly ClaimRow[]): Promise<string> {
  const controlNumber = await drawNumbers(tx, 'interchange', 1);
  const reference = `B${String(controlNumber).padStart(8, '0')}`;
  const fileName = `${reference}.837P`;
  const fileId = await files.put(tx, {
    bytes: Buffer.from(fileText(tx, link, claims, controlNumber, reference), 'latin1'),
    name: fileName,
    contentType: 'application/edi-x12',
    permission: 'claim.read',
  });
  const id = newId<'Batch'>();
  await insertBatch(tx, {
    id,
    controlNumber,
    reference,
    fileName,
    fileId,
    claimCount: claims.length,
    totalCents: claims.reduce((sum, { amountCents }) => sum + amountCents, 0),
  });
  await updateClaims(
    tx,
    claims.map((claim) => ({ id: claim.id, state: stateAfter(claim.state, 'batched'), batchId: id })),
  );
  await insertEvents(
    tx,
    claims.map((claim) => ({
      claimId: claim.id,
      patientId: claim.patientId,
      programId: claim.programId,
      kind: 'batched',
      says: `Put into file ${fileName}`,
      sourceFileId: fileId,
    })),
  );
  await tx.enqueue('clearinghouse.send', { batchId: id }, { key: `send-${id}` });
  return id;
}

/** Sends claims: builds what is ready, writes all built claims (or those named) into one file and hands it to the sender. */
export const submitClaims = action(
  'claim.submit',
  async (tx, { claimIds }: { claimIds?: string[] | undefined }) => {
    const link = await connection(tx);
    if (!link)
      throw new Refused('clearinghouse.not-set-up', {
        code: 'clearinghouse.not-set-up',
        says: 'No clearinghouse is set up yet. An administrator sets it up under Billing.',
      });
    if (!claimIds) await buildClaims.within(tx, {});
    const claims = await lockBuilt(tx, claimIds, mostInAFile);
    if (claims.length === 0) return { batchId: null, claims: 0 };
    const batchId = await batch(tx, link, claims);
    tx.touch({ kind: 'batch', id: batchId, patientId: claims.map(({ patientId }) => patientId) });
    return { batchId, claims: claims.length };
  },
  { purpose: 'HPAYMT' },
);
