import type { z } from 'zod';
import { today } from '#server/patients/index.ts';
import { action, files, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import type { Document } from './document.ts';
import type { ChangeDocument, WithdrawDocument } from './documents.contract.ts';
import { insertVersion, newestVersion } from './documents.store.ts';
import { factsOf, keepBytes } from './file-document.action.ts';
import { accessOf, labelsOfReceipt, obstaclesToFiling } from './filing.rules.ts';

/** The version that holds, when it is the one that was looked at and still filed. */
export async function standing(tx: Tx, documentId: string, version: number): Promise<Document> {
  const before = await newestVersion(tx, documentId);
  if (!before) throw new NotFound('Document');
  if (before.version !== version || before.state !== 'filed')
    throw new Refused('document.stale', { code: 'document.stale', says: 'Someone changed this meanwhile. Look again, then make your change.', at: 'version' }, 409);
  return before;
}

/** Changes what is said of a document; its pages stay. Another category may be for other readers, then its bytes are kept anew for them. */
export const changeDocument = action('document.change', async (tx, { documentId, version, ...said }: z.output<typeof ChangeDocument> & { documentId: string }) => {
  const before = await standing(tx, documentId, version);
  const facts = factsOf(said);
  refuseIf(obstaclesToFiling(facts, await today(tx)));
  const labels = [...new Set([...before.labels, ...labelsOfReceipt(facts.receiptBasis)])];
  const after: Document = { ...before, ...facts, labels, access: accessOf(facts.category), version: version + 1, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' };
  const isForOthers = after.access !== before.access || labels.length !== before.labels.length;
  const fileId = isForOthers ? await keepBytes(tx, after, (await files.get(tx, before.fileId)).bytes) : before.fileId;
  await insertVersion(tx, { ...after, fileId });
  tx.touch({ kind: 'document', id: documentId, patientId: before.patientId, programId: before.programId, fields: Object.keys(said) });
  return { id: documentId };
});

/** Marks a document as entered in error: it leaves the chart's list and stays in the record. */
export const withdrawDocument = action('document.withdraw', async (tx, { documentId, version, reason }: z.output<typeof WithdrawDocument> & { documentId: string }) => {
  const before = await standing(tx, documentId, version);
  await insertVersion(tx, { ...before, version: version + 1, state: 'entered-in-error', reason, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' });
  tx.touch({ kind: 'document', id: documentId, patientId: before.patientId, programId: before.programId, fields: ['entered-in-error'] });
  return { id: documentId };
});
