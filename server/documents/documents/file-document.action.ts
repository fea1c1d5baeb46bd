import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { recordsOf, today } from '#server/patients/index.ts';
import { action, files, id, newId, NotFound, refuseIf, type Tx, type Upload } from '#server/platform/index.ts';
import type { Document, DocumentFacts } from './document.ts';
import type { NewDocument } from './documents.contract.ts';
import { insertVersion, sameBytes } from './documents.store.ts';
import { kindOf, obstaclesToFile } from './file-kind.rules.ts';
import { accessOf, labelsOfReceipt, obstaclesToDouble, obstaclesToFiling, permissionFor } from './filing.rules.ts';

/** A file on its way into a chart. */
export interface Filing {
  readonly patientId: string;
  readonly programId: string;
  readonly facts: DocumentFacts;
  readonly bytes: Uint8Array;
  readonly receivedAt: Temporal.Instant;
  readonly isMeant: boolean;
  readonly movedFrom?: string;
}

/** What was said, as facts. */
export function factsOf({ title, category, dated, receivedHow, receiptBasis, fromWhom }: Omit<z.output<typeof NewDocument>, 'programId' | 'isMeant'>): DocumentFacts {
  return { title, category, receivedHow, receiptBasis, fromWhom, dated: dated ? Temporal.PlainDate.from(dated) : null };
}

/** Keeps bytes for a chart under a key of their own, readable by the permission of its category. */
export function keepBytes(tx: Tx, document: Pick<Document, 'patientId' | 'programId' | 'labels' | 'access' | 'title' | 'contentType'>, content: Uint8Array) {
  const { patientId, programId, labels, access, title, contentType } = document;
  return files.put(tx, { bytes: content, name: title, contentType, permission: permissionFor(access), patientId, programId, labels });
}

/** Files bytes in a chart, in the name of a program of the actor. */
export async function fileIn(tx: Tx, { patientId, programId, facts, bytes, receivedAt, isMeant, movedFrom }: Filing) {
  if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  refuseIf([...obstaclesToFile(bytes), ...obstaclesToFiling(facts, await today(tx))]);
  refuseIf(obstaclesToDouble(await sameBytes(tx, recordIds, sha256), isMeant));
  const found = kindOf(bytes);
  const document = {
    id: newId<'Document'>(),
    version: 1,
    patientId: id('Patient', personId),
    programId: id('Program', programId),
    labels: labelsOfReceipt(facts.receiptBasis),
    ...facts,
    access: accessOf(facts.category),
    contentType: 'kind' in found ? found.kind : 'application/octet-stream',
  };
  const fileId = await keepBytes(tx, document, bytes);
  const written = { writtenAt: tx.now, writtenBy: tx.actor.id ?? '' };
  await insertVersion(tx, { ...document, fileId, sha256, size: bytes.length, receivedAt, state: 'filed', reason: '', movedFrom: movedFrom ?? null, ...written });
  tx.touch({ kind: 'document', id: document.id, patientId: personId, programId, fields: ['filed'] });
  return { id: document.id };
}

/** Files a scan or a file in a chart. The front desk may file what it may not read. */
export const fileDocument = action(
  'document.file',
  (tx, { patientId, programId, isMeant, file, ...said }: z.output<typeof NewDocument> & { patientId: string } & Upload) =>
    fileIn(tx, { patientId, programId, isMeant, facts: factsOf(said), bytes: file.bytes, receivedAt: tx.now }),
);
