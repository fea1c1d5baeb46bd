import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, files, Refused } from '#server/platform/index.ts';
import { standing } from './change-document.action.ts';
import type { MoveDocument } from './documents.contract.ts';
import { insertVersion } from './documents.store.ts';
import { fileIn } from './file-document.action.ts';

/** Moves a misfiled document: kept anew in the right chart, closed in the wrong one, which does not learn whose it is. Both charts show the act in the audit. */
export const moveDocument = action(
  'document.move',
  async (tx, { documentId, version, patientId, programId, reason }: z.output<typeof MoveDocument> & { documentId: string }) => {
    const before = await standing(tx, documentId, version);
    const { recordIds } = await recordsOf(tx, patientId);
    if (recordIds.includes(before.patientId))
      throw new Refused(
        'document.same-chart',
        { code: 'document.same-chart', says: 'It is in this chart already. Choose the patient to whom it belongs.', at: 'patientId' },
        409,
      );
    const { bytes } = await files.get(tx, before.fileId);
    const { title, category, dated, receivedHow, receiptBasis, fromWhom, receivedAt } = before;
    const facts = { title, category, dated, receivedHow, receiptBasis, fromWhom };
    const moved = await fileIn(tx, { patientId, programId, facts, bytes, receivedAt, isMeant: true, movedFrom: before.id });
    await insertVersion(tx, { ...before, version: version + 1, state: 'moved', reason, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' });
    tx.touch({ kind: 'document', id: before.id, patientId: before.patientId, programId: before.programId, fields: ['moved'] });
    return moved;
  },
);
