import { claimsPerBatch, writeProfessionalFile, type ProfessionalBatch, type ProfessionalClaim } from '#server/formats/x12/index.ts';
import { action, files, newId, Refused, type Tx } from '#server/platform/index.ts';
import { connection, type Connection } from '../clearinghouse/clearinghouse.store.ts';
import { insertBatch } from './batches.store.ts';
import { judgeReady, type SoundClaim } from './build-claims.action.ts';
import { professionalClaim } from './claim-837p.rules.ts';
import { stateAfter } from './claim-state.rules.ts';
import type { BillingFact } from './claim.ts';
import { withdrawChanged } from './withdraw-changed.action.ts';
import { drawNumbers, insertClaims, insertEvents, lockBuilt, updateClaims, type ClaimRow, type NewEvent } from './claims.store.ts';

const mostInAFile = 20_000;

/** What goes into one file: claims that were built before, and those that are built with it. */
interface ToSend {
  readonly built: readonly ClaimRow[];
  readonly fresh: readonly SoundClaim[];
}

/** One claim of the file: its form, and what the batch has to know of it. */
interface Sent {
  readonly number: string;
  readonly form: ProfessionalClaim;
  readonly amountCents: number;
}

/** In the order of their numbers: acknowledgements are matched by the place in the file. */
function inOrder({ built, fresh }: ToSend): Sent[] {
  const before = built.map(({ number, facts, amountCents }) => ({ number, form: professionalClaim(number, facts), amountCents }));
  const now = fresh.map(({ number, form, charge }) => ({ number, form, amountCents: charge.amountCents }));
  return [...before, ...now];
}

function batchesOf(tx: Tx, { receiverId, receiverName, senderId }: Connection, { reference, billing, claims }: FileToWrite): ProfessionalBatch[] {
  const createdAt = tx.now.toZonedDateTimeISO('UTC').toPlainDateTime();
  const starts = Array.from({ length: Math.ceil(claims.length / claimsPerBatch) }, (_unused, index) => index * claimsPerBatch);
  return starts.map((start, index) => ({
    reference: index === 0 ? reference : `${reference}-${index + 1}`,
    createdAt,
    submitter: { name: billing?.name ?? '', id: senderId, contact: { name: 'BILLING OFFICE', phone: billing?.phone ?? '' } },
    receiver: { name: receiverName, id: receiverId },
    claims: claims.slice(start, start + claimsPerBatch).map(({ form }) => form),
  }));
}

interface FileToWrite {
  readonly controlNumber: number;
  readonly reference: string;
  readonly billing: BillingFact | undefined;
  readonly claims: readonly Sent[];
}

function fileText(tx: Tx, link: Connection, file: FileToWrite): string {
  return writeProfessionalFile({
    envelope: {
      sender: { qualifier: 'ZZ', id: link.senderId },
      receiver: { qualifier: 'ZZ', id: link.receiverId },
      controlNumber: file.controlNumber,
      groupControlNumber: file.controlNumber,
      createdAt: tx.now.toZonedDateTimeISO('UTC').toPlainDateTime(),
      usage: link.usage,
      wantsAcknowledgement: false,
    },
    batches: batchesOf(tx, link, file),
  });
}

/** What the stories of the claims say of the file. Those built with it get one line for both. */
function eventsOf({ built, fresh }: ToSend, fileName: string, sourceFileId: string): NewEvent[] {
  return [
    ...built.map(({ id, patientId, programId }) => ({ claimId: id, patientId, programId, kind: 'batched', says: `Put into file ${fileName}`, sourceFileId })),
    ...fresh.map(({ id, charge }) => ({
      claimId: id,
      patientId: charge.patientId,
      programId: charge.programId,
      kind: 'batched',
      says: `Claim built for ${charge.facts.payer.name} and put into file ${fileName}`,
      sourceFileId,
      amountCents: charge.amountCents,
    })),
  ];
}

/** Writes the file and everything that says so, in one transaction: what is committed will be sent, once. */
async function batch(tx: Tx, link: Connection, toSend: ToSend): Promise<string> {
  const { built, fresh } = toSend;
  const claims = inOrder(toSend);
  const controlNumber = await drawNumbers(tx, 'interchange', 1);
  const reference = `B${String(controlNumber).padStart(8, '0')}`;
  const fileName = `${reference}.837P`;
  const text = fileText(tx, link, { controlNumber, reference, billing: (built[0] ?? fresh[0])?.facts.billing, claims });
  const fileId = await files.put(tx, { bytes: Buffer.from(text, 'latin1'), name: fileName, contentType: 'application/edi-x12', permission: 'claim.read' });
  const id = newId<'Batch'>();
  const totalCents = claims.reduce((sum, { amountCents }) => sum + amountCents, 0);
  await insertBatch(tx, { id, controlNumber, reference, fileName, fileId, claimCount: claims.length, totalCents });
  await updateClaims(
    tx,
    built.map((claim) => ({ id: claim.id, state: stateAfter(claim.state, 'batched'), batchId: id })),
  );
  await insertClaims(tx, fresh, id);
  await insertEvents(tx, eventsOf(toSend, fileName, fileId));
  await tx.enqueue('clearinghouse.send', { batchId: id }, { key: `send-${id}` });
  return id;
}

/** Sends claims: all that are built and all that are ready, or those named, in one file that is handed to the sender. */
export const submitClaims = action(
  'claim.submit',
  async (tx, { claimIds }: { claimIds?: string[] | undefined }) => {
    const link = await connection(tx);
    if (!link)
      throw new Refused('clearinghouse.not-set-up', {
        code: 'clearinghouse.not-set-up',
        says: 'No clearinghouse is set up yet. An administrator sets it up under Billing.',
      });
    const built = await withdrawChanged(tx, await lockBuilt(tx, claimIds, mostInAFile));
    const { sound: fresh, held } = claimIds ? { sound: [], held: [] } : await judgeReady(tx, undefined, mostInAFile - built.length);
    const patientId = [...built.map((claim) => claim.patientId), ...fresh.map(({ charge }) => charge.patientId), ...held.map((charge) => charge.patientId)];
    const claims = built.length + fresh.length;
    const batchId = claims === 0 ? null : await batch(tx, link, { built, fresh });
    tx.touch({ kind: 'batch', ...(batchId ? { id: batchId } : {}), patientId, details: { claims, held: held.length } });
    return { batchId, claims };
  },
  { purpose: 'HPAYMT' },
);
