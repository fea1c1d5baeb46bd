import { recordsOf } from '#server/patients/index.ts';
import { action, files, NotFound } from '#server/platform/index.ts';
import { categories, receiptBases } from './document.ts';
import { documentsOf, newestVersion, versionsOf } from './documents.store.ts';

/** Documents of a chart, the newest first. */
export const listDocuments = action('document.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'document', patientId: personId });
  return { items: await documentsOf(tx, recordIds) };
});

/** Everything that was ever said of one document. */
export const showDocumentHistory = action('document.show-history', async (tx, { documentId }: { documentId: string }) => {
  const items = await versionsOf(tx, documentId);
  const [newest] = items;
  if (!newest) throw new NotFound('Document');
  tx.touch({ kind: 'document', id: documentId, patientId: newest.patientId, programId: newest.programId });
  return { items };
});

/** The pages. Of what was moved away there are none left here. */
export const showContent = action('document.show-content', async (tx, { documentId }: { documentId: string }) => {
  const document = await newestVersion(tx, documentId);
  if (!document || document.state === 'moved') throw new NotFound('Document');
  const { bytes } = await files.get(tx, document.fileId);
  tx.touch({ kind: 'document', id: documentId, patientId: document.patientId, programId: document.programId, fields: ['content'] });
  return { contentType: document.contentType, fileName: document.title, body: bytes, inline: true };
});

/** Kinds of document and bases of receipt, as data. */
export const listKinds = action('document.list-kinds', () => Promise.resolve({ categories, receiptBases }), { audit: 'touched' });
