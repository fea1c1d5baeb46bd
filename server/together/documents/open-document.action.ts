import { action, NotFound, Refused } from '#server/platform/index.ts';
import type { OpenDocument } from './documents.contract.ts';
import { insertDocument, isKnown } from './documents.store.ts';
import { shownDocument } from './read-document.action.ts';
import { templateOf } from './team-template.ts';

/** Opens a document that the team writes together; who opens it leads it. Opened again it is the same. */
export const openDocument = action('team-document.open', async (tx, { id, patientId, programId, templateCode }: OpenDocument & { patientId: string }) => {
  const template = templateOf(templateCode);
  if (!template) throw new NotFound('Template');
  if (!(await isKnown(tx, patientId))) throw new NotFound('Patient');
  if (!tx.actor.programIds.includes(programId)) {
    throw new Refused('team-document.program', { code: 'team-document.program', says: 'You do not work in this program. Choose one of yours.', at: 'programId' });
  }
  await insertDocument(tx, {
    id,
    patientId,
    programId,
    templateCode: template.code,
    templateVersion: template.version,
    name: template.name,
    sectionKeys: template.sections.map(({ key }) => key),
  });
  return shownDocument(tx, id);
});
